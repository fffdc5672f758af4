package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;
import java.util.regex.Pattern;
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

  private static final Pattern BESIDE = Pattern.compile("[-_/|,、—]?(?:单位.*|[%s]*[元圆])$".formatted(MoneyUnit.MULTIPLES));

  /** @return a column that a file must have */
  public static Column required(String heading, int width, String... aliases) {
    return new Column(heading, true, width, List.of(aliases));
  }

  /** @return a column that a file may have */
  public static Column optional(String heading, int width, String... aliases) {
    return new Column(heading, false, width, List.of(aliases));
  }

  /**
   * @return whether a heading found in a file means this column; width of characters, blanks, marks, and units beside it or in brackets do
   * not matter
   */
  boolean isHeadedBy(String found) {
    String plain = CellText.compact(found).replaceAll("[(\\[【〔{<].*", "").replaceAll("[*:※★]", "");
    String bare = BESIDE.matcher(plain).replaceFirst("");
    return Stream.concat(Stream.of(heading), aliases.stream()).anyMatch(known -> known.equals(plain) || known.equals(bare));
  }
}
