package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as Excel writes it: UTF-8 with or without byte order mark, GBK, or "Unicode text" (UTF-16, tabs). */
final class CsvSheets {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern AS_TEXT = Pattern.compile("^\\s*=\"([^\"]*)\"\\s*$|^'(\\d.*)$");
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=([,;\t])\\s*[\r\n]");
  private static final Pattern MARKUP = Pattern
      .compile("(?is)\\A\\s*(?:<\\?xml|<!doctype|<!--|<html|<head|<body|<meta|<table|<style|<div).*");
  private static final Pattern WORKSHEET = Pattern.compile("(?s).*urn:schemas-microsoft-com:office:spreadsheet.*");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final byte END_OF_FILE = 0x1A;
  private static final int LINES_TRIED = 20;
  /** characters that are looked at to tell what the file is */
  private static final int START = 8000;

  private CsvSheets() {
  }

  static List<Sheet> read(ImportFile file) {
    String text = decode(file);
    refuseMarkup(file, text);
    Matcher separator = SEPARATOR_LINE.matcher(text);
    char delimiter = separator.lookingAt() ? separator.group(1).charAt(0) : delimiter(text);
    CSVFormat format = CSVFormat.DEFAULT.builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
    List<Sheet.Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        Sheet.Row row = new Sheet.Row((int) record.getRecordNumber(), cells(record));
        if (!row.blank()) {
          rows.add(row);
          SheetFiles.refuseTooManyRows(file, rows.size());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”不是完好的 CSV 文件，请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
    return List.of(new Sheet(file.name(), rows, List.of()));
  }

  /** ="4102…" is how programs keep Excel from taking a text for a number; others put an apostrophe before it. */
  private static List<WorkbookCell> cells(CSVRecord record) {
    return record.stream().map(cell -> AS_TEXT.matcher(cell).replaceFirst("$1$2")).map(WorkbookCell::text).toList();
  }

  private static String decode(ImportFile file) {
    byte[] content = withoutTrailingNuls(file.content());
    Optional<String> text;
    if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
        || content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
      text = decode(content, StandardCharsets.UTF_16);
    } else {
      text = decode(content, StandardCharsets.UTF_8).or(() -> decode(content, GB18030));
    }
    return text.map(decoded -> decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded)
        .filter(decoded -> decoded.indexOf(0) < 0)
        .orElseThrow(() -> new RefusedException("FILE_TYPE_WRONG",
            "“" + file.name() + "”既不是 Excel 工作簿（.xlsx），也不是 UTF-8 或 GBK 编码的 CSV 文件，请另存为其中一种再导入。", "C21"));
  }

  /** Some programs write whole blocks of the disk. */
  private static byte[] withoutTrailingNuls(byte[] content) {
    int end = content.length;
    while (end > 0 && (content[end - 1] == 0 || content[end - 1] == END_OF_FILE)) {
      end--;
    }
    // the last character of UTF-16 may end with one
    boolean wide = content.length > 1
        && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
    return Arrays.copyOf(content, wide ? Math.min(content.length, end + end % 2) : end);
  }

  private static Optional<String> decode(byte[] content, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void refuseMarkup(ImportFile file, String text) {
    String start = text.substring(0, Math.min(text.length(), START));
    if (MARKUP.matcher(start).matches()) {
      String what = WORKSHEET.matcher(start).matches() ? "这是XML表格（2003），不是Excel工作簿" : "这是网页，不是Excel工作簿";
      throw new RefusedException("FILE_TYPE_WRONG", "“" + file.name() + "”：" + what + "，请用Excel打开后另存为xlsx再导入。", "C21");
    }
  }

  /** What parts the same number of cells in most lines is the delimiter; what stands within quotes is none. */
  private static char delimiter(String text) {
    List<String> lines = QUOTED.matcher(text.substring(0, Math.min(text.length(), START)))
        .replaceAll("")
        .lines()
        .filter(line -> !line.isBlank())
        .limit(LINES_TRIED)
        .toList();
    return Stream.of(',', '\t', ';').max(Comparator.comparingLong(delimiter -> regularity(lines, delimiter))).orElseThrow();
  }

  /** @return more, the more lines have the number of delimiters that most have; and with equally many, the more delimiters those have */
  private static long regularity(List<String> lines, char delimiter) {
    Map<Long, Long> linesByCount = lines.stream()
        .map(line -> line.chars().filter(character -> character == delimiter).count())
        .filter(count -> count > 0)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return linesByCount.entrySet()
        .stream()
        .mapToLong(entry -> entry.getValue() * START + Math.min(entry.getKey(), START - 1))
        .max()
        .orElse(0);
  }
}
