package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the cells of one row and notes everything wrong with them. A reader gives null for an empty or a wrong cell; whether the row may be
 * used is told by {@link #sound()}.
 */
public final class RowCells {

  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final BigDecimal MAX_AMOUNT = new BigDecimal("9999999999999999.99");

  private final FoundTable found;
  private final Sheet.Row row;
  private final List<ImportProblem> problems;
  private boolean sound = true;

  RowCells(FoundTable found, Sheet.Row row, List<ImportProblem> problems) {
    this.found = found;
    this.row = row;
    this.problems = problems;
  }

  /** @return whether everything read so far was right, so that the row may be used */
  public boolean sound() {
    return sound;
  }

  /** @return the row as Excel shows it, from 1 */
  public int number() {
    return row.number();
  }

  /** Notes that a cell is wrong. */
  public void wrong(Column column, String expected) {
    Integer position = found.positions().get(column);
    String name = position == null ? column.heading() : SheetFiles.excelColumn(position, column.heading());
    problems.add(new ImportProblem(found.name(), row.number(), name, raw(column), expected));
    sound = false;
  }

  /** Notes that the row as a whole is wrong. */
  public void wrongRow(String what) {
    problems.add(new ImportProblem(found.name(), row.number(), null, "", what));
    sound = false;
  }

  /** @return whether the cell has nothing, or the column is missing */
  public boolean empty(Column column) {
    return raw(column).isEmpty();
  }

  /** @return text of up to {@code max} characters */
  public String text(Column column, boolean required, int max) {
    String text = raw(column);
    if (text.isEmpty() && required) {
      wrong(column, "不超过 " + max + " 个字的文字");
    } else if (text.length() > max) {
      wrong(column, "不超过 " + max + " 个字的文字（现有 " + text.length() + " 个字）");
    }
    return text.isEmpty() || text.length() > max ? null : text;
  }

  /** @return a required code or number of the given form */
  public String code(Column column, String form, String expected) {
    String code = CellText.compact(raw(column));
    if (!code.matches(form)) {
      wrong(column, expected);
      return null;
    }
    return code;
  }

  /** @return the required value of the label in the cell */
  public <E extends Enum<E> & Labelled> E choice(Column column, Class<E> type) {
    String label = CellText.compact(raw(column));
    E[] values = type.getEnumConstants();
    return Arrays.stream(values).filter(value -> value.label().equals(label)).findFirst().orElseGet(() -> {
      wrong(column, Arrays.stream(values).map(Labelled::label).collect(Collectors.joining("、", "", "之一")));
      return null;
    });
  }

  /** @return whether the cell says 是; empty means no */
  public boolean yes(Column column) {
    String answer = CellText.compact(raw(column));
    if (!List.of("", "是", "否").contains(answer)) {
      wrong(column, "是或否");
    }
    return answer.equals("是");
  }

  /** @return the day, or null if the cell is empty; 2015-10-31, 2015/10/31, 2015.10.31 and 2015年10月31日 are understood */
  public LocalDate date(Column column) {
    return empty(column) ? null : parsed(column, "日期，例如2015-10-31", text -> {
      Matcher date = DATE.matcher(text);
      if (!date.matches()) {
        throw new DateTimeException(text);
      }
      return LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    });
  }

  /** @return a required whole number from 0 to {@code max} */
  public Integer count(Column column, int max) {
    String expected = "0至" + max + "的整数";
    Integer count = parsed(column, expected, text -> new BigDecimal(text).intValueExact());
    if (count != null && (count < 0 || count > max)) {
      wrong(column, expected);
      return null;
    }
    return count;
  }

  /** @return a required amount of yuan, 0 or more, at most two decimals; thousands separators may be there */
  public BigDecimal amount(Column column) {
    String expected = "以元为单位、不小于0、最多两位小数的金额";
    BigDecimal amount = parsed(column, expected, text -> new BigDecimal(text.replaceAll("^[¥]|,|元$", "")).setScale(2));
    if (amount != null && (amount.signum() < 0 || amount.compareTo(MAX_AMOUNT) > 0)) {
      wrong(column, expected);
      return null;
    }
    return amount;
  }

  private <T> T parsed(Column column, String expected, Function<String, T> parser) {
    try {
      return parser.apply(CellText.compact(raw(column)));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      wrong(column, expected);
      return null;
    }
  }

  private String raw(Column column) {
    Integer position = found.positions().get(column);
    return position == null ? "" : CellText.clean(row.cell(position));
  }
}
