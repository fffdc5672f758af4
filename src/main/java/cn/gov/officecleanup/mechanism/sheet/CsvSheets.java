package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as Excel writes it: UTF-8 with or without byte order mark, GBK, or "Unicode text" (UTF-16, tabs). */
final class CsvSheets {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvSheets() {
  }

  static List<Sheet> read(ImportFile file) {
    String text = decode(file);
    CSVFormat format = CSVFormat.DEFAULT.builder()
        .setDelimiter(delimiter(text))
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
    List<Sheet.Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        Sheet.Row row = new Sheet.Row((int) record.getRecordNumber(), record.toList());
        if (!row.blank()) {
          rows.add(row);
          SheetFiles.refuseTooManyRows(file, rows.size());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”不是完好的 CSV 文件，请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
    return List.of(new Sheet(file.name(), rows));
  }

  private static String decode(ImportFile file) {
    byte[] content = file.content();
    Optional<String> text;
    if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
        || content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
      text = decode(content, StandardCharsets.UTF_16);
    } else {
      text = decode(content, StandardCharsets.UTF_8).or(() -> decode(content, GB18030));
    }
    return text.map(decoded -> decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded)
        .filter(decoded -> decoded.chars().noneMatch(character -> character < ' ' && !Character.isWhitespace(character)))
        .orElseThrow(() -> new RefusedException("FILE_TYPE_WRONG",
            "“" + file.name() + "”既不是 Excel 工作簿（.xlsx），也不是 UTF-8 或 GBK 编码的 CSV 文件，请另存为其中一种再导入。", "C21"));
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static char delimiter(String text) {
    String start = text.substring(0, Math.min(text.length(), 2000));
    return List.of(',', '\t', ';').stream().max((a, b) -> Long.compare(occurrences(start, a), occurrences(start, b))).orElseThrow();
  }

  private static long occurrences(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }
}
