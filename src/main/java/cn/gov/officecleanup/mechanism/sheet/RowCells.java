package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import cn.gov.officecleanup.mechanism.document.WorkbookCell.Kind;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the cells of one row and notes everything wrong with them. A reader gives null for an empty or a wrong cell; whether the row may be
 * used is told by {@link #sound()}.
 */
public final class RowCells {

  static final String LOST_DIGITS = "Excel 丢了后几位，请设为文本，再重新填写完整的号码";
  /** Excel keeps 15 digits of a number */
  private static final BigDecimal LOSING_DIGITS = BigDecimal.TEN.pow(15);
  private static final Pattern SCIENTIFIC = Pattern.compile("(?i)-?\\d+(?:\\.\\d+)?E\\+\\d{1,3}");
  /** what formulas' errors are in CSV, and cells that were too narrow */
  private static final Pattern ERROR = Pattern
      .compile("#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|#{2,})");
  /** what programs put in the place of a character that their encoding has not */
  private static final Pattern LOST = Pattern.compile("[\\uFFFD\\uFFFF]");
  private static final Pattern LOST_IN_NAME = Pattern.compile("[?？\\uFFFD\\uFFFF□]");
  private static final String DAY = "日期，例如2015-10-31";

  private final FoundTable found;
  private final Sheet.Row row;
  private final List<ImportProblem> problems;
  /** columns whose cells were told to hold nothing that can be read */
  private final Set<Column> unreadable = new HashSet<>();
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

  /** @return file, and sheet of a workbook, that the row stands in */
  public String source() {
    return found.name();
  }

  /** @return the row as Excel shows it, from 1 */
  public int number() {
    return row.number();
  }

  /** Notes that a cell is wrong. */
  public void wrong(Column column, String expected) {
    problem(new ImportProblem(found.name(), row.number(), name(column), shown(column), expected));
  }

  /** Notes what is wrong with the value of a cell. */
  public void wrongBecause(Column column, String reason) {
    problem(new ImportProblem(found.name(), row.number(), name(column), shown(column), null, reason));
  }

  /** Notes that the row as a whole is wrong. */
  public void wrongRow(String what) {
    problem(new ImportProblem(found.name(), row.number(), null, "", what));
  }

  private void problem(ImportProblem problem) {
    problems.add(problem);
    sound = false;
  }

  /** @return whether the cell has nothing, or the column is missing */
  public boolean empty(Column column) {
    return cell(column).kind() == Kind.TEXT && shown(column).isEmpty();
  }

  /** @return text of up to {@code max} characters in one line */
  public String text(Column column, boolean required, int max) {
    return text(column, required, max, false);
  }

  /** @return text of up to {@code max} characters, lines parted by \n */
  public String lines(Column column, boolean required, int max) {
    return text(column, required, max, true);
  }

  /** @return a required name of people, of up to {@code max} characters; one of whose characters a program lost is none */
  public String name(Column column, boolean required, int max) {
    if (readable(column) && LOST_IN_NAME.matcher(shown(column)).find()) {
      wrongBecause(column, "中有字在保存文件时丢失了（成了问号或者方框），请另存为 .xlsx 或者 UTF-8 编码的 CSV，核对姓名后再导入");
      return null;
    }
    return text(column, required, max, false);
  }

  private String text(Column column, boolean required, int max, boolean lines) {
    if (!readable(column) || losesDigits(column)) {
      return null;
    }
    String text = lines ? shown(column) : CellText.clean(WrittenText.inOneLine(shown(column)));
    int length = WrittenText.length(text);
    if (LOST.matcher(text).find()) {
      wrongBecause(column, "中有字在保存文件时丢失了，请另存为 .xlsx 或者 UTF-8 编码的 CSV 后再导入");
      return null;
    }
    if (text.isEmpty() && required) {
      wrong(column, "不超过 " + max + " 个字的文字");
    } else if (length > max) {
      wrong(column, "不超过 " + max + " 个字的文字（现有 " + length + " 个字）");
    }
    return text.isEmpty() || length > max ? null : text;
  }

  /** @return a required code or number of the given form; what Excel shows of it, or the number behind where only that has the form */
  public String code(Column column, String form, String expected) {
    if (!readable(column) || losesDigits(column)) {
      return null;
    }
    String code = CellText.compact(shown(column));
    BigDecimal number = cell(column).number();
    if (!code.matches(form) && number != null) {
      code = number.toPlainString();
    }
    if (SCIENTIFIC.matcher(code).matches()) {
      wrongBecause(column, LOST_DIGITS);
      return null;
    }
    if (!code.matches(form)) {
      wrong(column, expected);
      return null;
    }
    return code;
  }

  /** @return the required value of the label in the cell */
  public <E extends Enum<E> & Labelled> E choice(Column column, Class<E> type) {
    return choice(column, type, Map.of());
  }

  /**
   * @param synonyms other words that officials use, with the value that they mean
   * @return the required value of the label in the cell
   */
  public <E extends Enum<E> & Labelled> E choice(Column column, Class<E> type, Map<String, E> synonyms) {
    if (!readable(column)) {
      return null;
    }
    String label = CellText.compact(shown(column));
    E[] values = type.getEnumConstants();
    return Arrays.stream(values)
        .filter(value -> value.label().equals(label))
        .findFirst()
        .or(() -> Optional.ofNullable(synonyms.get(label)))
        .orElseGet(() -> {
          wrong(column, Arrays.stream(values).map(Labelled::label).collect(Collectors.joining("、", "", "之一")));
          return null;
        });
  }

  /** @return whether the cell says 是; empty means no */
  public boolean yes(Column column) {
    if (!readable(column)) {
      return false;
    }
    String answer = CellText.compact(shown(column));
    if (!List.of("", "是", "否").contains(answer)) {
      wrong(column, "是或否");
    }
    return answer.equals("是");
  }

  /** @return the day, or null if the cell is empty; a number is no day unless its format shows one */
  public LocalDate date(Column column) {
    if (!readable(column) || empty(column)) {
      return null;
    }
    WorkbookCell cell = cell(column);
    if (cell.day() != null) {
      return cell.day();
    }
    try {
      Optional<LocalDate> day = WrittenDay.of(cell.text());
      if (day.isPresent()) {
        return day.get();
      }
    } catch (DateTimeException e) {
      wrong(column, DAY + "，并与所写的星期相符");
      return null;
    }
    if (CellText.compact(cell.text()).matches("[1-5]\\d{4}(?:\\.\\d+)?")) {
      wrongBecause(column, "是数字，不是日期，请设为日期格式后再导入");
    } else {
      wrong(column, DAY);
    }
    return null;
  }

  /** @return a required whole number from 0 to {@code max} */
  public Integer count(Column column, int max) {
    if (!readable(column) || isShared(column)) {
      return null;
    }
    WorkbookCell cell = cell(column);
    String expected = "0至" + max + "的整数";
    try {
      boolean number = cell.kind() == Kind.NUMBER;
      if (number && Amounts.isScaled(cell.format())) {
        wrongBecause(column, "是缩放显示的数，请设为常规格式后填写" + expected);
        return null;
      }
      int count = (number ? cell.number() : new BigDecimal(CellText.compact(cell.text()))).intValueExact();
      if (count >= 0 && count <= max) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // is told below
    }
    wrong(column, expected);
    return null;
  }

  /** @return a required amount of yuan, 0 or more, with two decimals, whatever unit it is written in */
  public BigDecimal amount(Column column) {
    if (!readable(column) || isShared(column) || losesDigits(column)) {
      return null;
    }
    MoneyUnit unit = found.positions().containsKey(column) ? found.unitOf(column) : MoneyUnit.YUAN;
    if (unit.yuan() == null) {
      unknownUnit(column, unit);
      return null;
    }
    if (empty(column)) {
      wrong(column, "以元为单位、不小于0、最多两位小数的金额");
      return null;
    }
    try {
      Amounts.Amount amount = Amounts.read(cell(column), unit.yuan());
      if (unit.yuan().compareTo(BigDecimal.ONE) != 0) {
        found.note("“%s”一列以%s为单位，已换算为元。".formatted(WrittenText.beginning(found.heading(column), 30), unit.name()));
      }
      if (amount.converted()) {
        found.note("第%d行%s列的“%s”读作%s。".formatted(row.number(), name(column), WrittenText.beginning(shown(column), 30),
            InWords.yuan(amount.yuan())));
      }
      return amount.yuan();
    } catch (Amounts.NotUnderstoodException e) {
      wrongBecause(column, e.getMessage());
      return null;
    }
  }

  /** Told once, by the heading. */
  private void unknownUnit(Column column, MoneyUnit unit) {
    ImportProblem problem = new ImportProblem(found.name(), found.headings().number(), name(column), found.heading(column), null,
        "中的单位“%s”无法识别，金额请以元、千元、万元、百万元或者亿元为单位".formatted(WrittenText.beginning(unit.name(), 20)));
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
    sound = false;
  }

  /** What several rows have together is no number of each of them. */
  private boolean isShared(Column column) {
    if (cell(column).shared()) {
      wrongBecause(column, "在合并的单元格里，几行不能共用一个数，请取消合并后逐行填写");
    }
    return cell(column).shared();
  }

  private boolean losesDigits(Column column) {
    BigDecimal number = cell(column).number();
    boolean losing = number != null && number.abs().compareTo(LOSING_DIGITS) >= 0;
    if (losing) {
      wrongBecause(column, "是超过15位的数字，" + LOST_DIGITS);
    }
    return losing;
  }

  /** @return whether the cell holds something that can be read; told once where it does not */
  private boolean readable(Column column) {
    WorkbookCell cell = cell(column);
    String reason = switch (cell.kind()) {
      case ERROR -> "是公式的错误值，请改正公式或者直接填写内容";
      case PICTURE -> "是图片，请改为文字";
      case UNCOMPUTED -> "是没有计算结果的公式，请用 Excel 打开并保存后再导入";
      default -> ERROR.matcher(CellText.compact(cell.text())).matches() ? "是公式的错误值，请改正公式或者直接填写内容" : null;
    };
    if (reason != null && unreadable.add(column)) {
      wrongBecause(column, reason);
    }
    return reason == null;
  }

  private String name(Column column) {
    Integer position = found.positions().get(column);
    return position == null ? column.heading() : SheetFiles.excelColumn(position, column.heading());
  }

  private String shown(Column column) {
    return CellText.clean(cell(column).text());
  }

  private WorkbookCell cell(Column column) {
    Integer position = found.positions().get(column);
    return position == null ? WorkbookCell.EMPTY : row.cell(position);
  }
}
