package cn.gov.officecleanup.mechanism.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.stereotype.Component;

/** The code words (发文机关代字) that bodies have given to this application to count their documents with: one for each body. */
@Component
class CodeWords {

  private final Map<String, String> words = new HashMap<>();

  /** @throws IllegalArgumentException when the table names a body or a word twice, or leaves one out */
  CodeWords(OfficialDocumentProperties properties) {
    if (properties.codeWords().isBlank()) {
      return;
    }
    Set<String> given = new HashSet<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (
        Reader reader = new InputStreamReader(new DefaultResourceLoader().getResource(properties.codeWords()).getInputStream(),
            StandardCharsets.UTF_8);
        var rows = format.parse(reader)) {
      for (CSVRecord row : rows) {
        String body = row.get("body");
        String word = row.get("word");
        if (body.isEmpty() || word.isEmpty() || words.put(body, word) != null || !given.add(word)) {
          throw new IllegalArgumentException(
              "cleanup.official-documents.code-words: row %d names a body or a word twice or not at all".formatted(row.getRecordNumber()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cleanup.official-documents.code-words: cannot be read", e);
    }
  }

  /** @return the word of a body; empty where the body counts in a registry of its own */
  Optional<String> of(String body) {
    return Optional.ofNullable(words.get(body));
  }

  boolean isGiven(String word) {
    return words.containsValue(word);
  }
}
