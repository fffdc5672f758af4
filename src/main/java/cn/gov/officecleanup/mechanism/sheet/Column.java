package cn.gov.officecleanup.mechanism.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table that officials send in files.
 *
 * @param heading as exported and as told in messages
 * @param required whether a file must have it
 * @param width characters in an exported sheet
 * @param aliases other headings officials use for it
 */
public record Column(String heading, boolean required, int width, List<String> aliases) {

  /** @return a column that a file must have */
  public static Column required(String heading, int width, String... aliases) {
    return new Column(heading, true, width, List.of(aliases));
  }

  /** @return a column that a file may have */
  public static Column optional(String heading, int width, String... aliases) {
    return new Column(heading, false, width, List.of(aliases));
  }

  /** @return whether a heading found in a file means this column; width of characters, blanks, units in brackets and marks do not matter */
  boolean isHeadedBy(String found) {
    String plain = Normalizer.normalize(found, Normalizer.Form.NFKC).replaceAll("\\(.*", "").replaceAll("[\\s*:]", "");
    return Stream.concat(Stream.of(heading), aliases.stream()).anyMatch(plain::equals);
  }
}
