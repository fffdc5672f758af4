package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.WorkbookCell.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.format.CellFormat;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * The number formats of a workbook, as Excel in Chinese reads them: the built-in ones that depend on the language (27–36, 50–58), ! before
 * a character that stands for itself, weekdays, 上午/下午.
 */
final class NumberFormats {

  private static final MathContext EXCEL_PRECISION = new MathContext(15);
  private static final String YEAR_MONTH = "yyyy\"年\"m\"月\"";
  private static final String MONTH_DAY = "m\"月\"d\"日\"";
  private static final String HALF_DAY_MINUTES = "上午/下午h\"时\"mm\"分\"";
  private static final String HALF_DAY_SECONDS = "上午/下午h\"时\"mm\"分\"ss\"秒\"";
  private static final String DAY = "yyyy-mm-dd";
  /** ECMA-376, part 1, 18.8.30 for zh-cn; days that would be shown by the language of the computer are shown so that none misreads them */
  private static final Map<Integer, String> CHINESE = Map.ofEntries(Map.entry(14, DAY), Map.entry(22, DAY + " hh:mm"),
      Map.entry(27, YEAR_MONTH), Map.entry(28, MONTH_DAY), Map.entry(29, MONTH_DAY), Map.entry(30, DAY),
      Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""), Map.entry(32, "h\"时\"mm\"分\""), Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
      Map.entry(34, HALF_DAY_MINUTES), Map.entry(35, HALF_DAY_SECONDS), Map.entry(36, YEAR_MONTH), Map.entry(50, YEAR_MONTH),
      Map.entry(51, MONTH_DAY), Map.entry(52, YEAR_MONTH), Map.entry(53, MONTH_DAY), Map.entry(54, MONTH_DAY),
      Map.entry(55, HALF_DAY_MINUTES), Map.entry(56, HALF_DAY_SECONDS), Map.entry(57, YEAR_MONTH), Map.entry(58, MONTH_DAY));
  private static final Pattern GENERAL = Pattern.compile("(?i)general|G/通用格式");
  /** what stands for itself or only colours and spaces */
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|[\\\\!_*].|\\[[^\\]]*\\]|上午/下午|(?i:AM/PM|A/P)");
  private static final Pattern OF_DAYS = Pattern.compile("(?i)[ymdhsea]");
  private static final Pattern OF_NUMBERS = Pattern.compile("[#?]|(?<![sS]\\.0{0,3})0");
  private static final Pattern PERCENTAGE = Pattern.compile("0(?:\\.0+)?%");
  private static final double LAST_DAY = 2_958_466;

  private final Map<Integer, String> own = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final Map<String, Boolean> days = new HashMap<>();
  private boolean from1904;

  /** Workbooks made on old Macs count days from 1904. */
  void countFrom1904() {
    from1904 = true;
  }

  void define(int id, String code) {
    own.put(id, code);
  }

  void style(int formatId) {
    styles.add(formatId);
  }

  /** @return format code of a cell's style; empty for General */
  private String code(int style) {
    int id = style >= 0 && style < styles.size() ? styles.get(style) : 0;
    String code = own.get(id);
    if (code == null) {
      code = CHINESE.containsKey(id) ? CHINESE.get(id) : BuiltinFormats.getBuiltinFormat(id);
    }
    return code == null || GENERAL.matcher(code).matches() ? "" : code;
  }

  /** @return the cell of a number */
  WorkbookCell cell(double value, int style) {
    BigDecimal number = BigDecimal.valueOf(value).round(EXCEL_PRECISION).stripTrailingZeros();
    String code = code(style);
    if (code.isEmpty() || code.equals("@")) {
      return new WorkbookCell(Kind.NUMBER, number.toPlainString(), number, null, "", false, CellLook.PLAIN);
    }
    if (value >= 0 && value < LAST_DAY && days.computeIfAbsent(code, NumberFormats::isOfDays)) {
      LocalDateTime moment = DateUtil.getLocalDateTime(value, from1904, true);
      DayFormat format = new DayFormat(code);
      boolean day = format.showsDays() && value >= 1;
      return new WorkbookCell(day ? Kind.DAY : Kind.TEXT, format.of(moment), day ? null : number,
          day ? DateUtil.getLocalDateTime(value, from1904).toLocalDate() : null, code, false, CellLook.PLAIN);
    }
    return new WorkbookCell(Kind.NUMBER, shown(number, code), number, null, code, false, CellLook.PLAIN);
  }

  private static boolean isOfDays(String code) {
    String placeholders = LITERALS.matcher(GENERAL.matcher(code).replaceAll("")).replaceAll("");
    return OF_DAYS.matcher(placeholders).find() && !OF_NUMBERS.matcher(placeholders).find() && !placeholders.contains("%");
  }

  /** @return the number as Excel shows it, of a percentage no less than two decimals; in full where its format is not understood */
  private static String shown(BigDecimal number, String code) {
    if (PERCENTAGE.matcher(code).matches()) {
      BigDecimal percent = number.movePointRight(2);
      int decimals = Math.max(code.contains(".") ? code.length() - code.indexOf('.') - 2 : 0, Math.min(2, percent.scale()));
      return percent.setScale(Math.max(0, decimals), RoundingMode.HALF_UP).toPlainString() + "%";
    }
    String general = number.scale() <= 0 ? "0" : "0." + "0".repeat(Math.min(number.scale(), 15));
    String understood = GENERAL.matcher(code.replaceAll("\\[DBNum\\d\\]", ""))
        .replaceAll(general)
        // Excel in Chinese writes ! where others write \; a dash for nothing needs no places for digits
        .replaceAll("!(.)", "\\\\$1")
        .replaceAll("(\"-\")\\?+", "$1");
    try {
      return CellFormat.getInstance(Locale.CHINA, understood).apply(number.doubleValue()).text.strip();
    } catch (RuntimeException e) {
      // POI tells by many types of exception that it cannot make anything of a format
      return number.setScale(Math.max(0, number.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
  }
}
