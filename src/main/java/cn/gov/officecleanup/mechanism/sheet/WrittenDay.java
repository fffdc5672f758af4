package cn.gov.officecleanup.mechanism.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and programs write them: 2015-10-31, 2015年10月31日（星期六）, 2015/10/31 0:00, 2015-10-31T00:00:00Z, 20151031. */
final class WrittenDay {

  private static final String PARTED_BY = "\\s*[-‐‑‒–—−/.,。、%s]\\s*";
  private static final Pattern DAY = Pattern.compile("(?<year>\\d{4})" + PARTED_BY.formatted("年") + "(?<month>\\d{1,2})"
      + PARTED_BY.formatted("月") + "(?<day>\\d{1,2})\\s*[日号]?|(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})");
  private static final Pattern TIME = Pattern.compile("^\\s*T?\\s*(?:上午|下午|AM|PM)?\\s*\\d{1,2}(?::|时|点)\\d{1,2}"
      + "(?:(?::|分)\\d{1,2}(?:\\.\\d+)?秒?|分)?\\s*(?:Z|[+-]\\d{2}:?\\d{2}|AM|PM)?\\s*");
  private static final Pattern WEEKDAY = Pattern.compile("^\\s*[(\\[【〔]?\\s*(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])\\s*[)\\]】〕]?\\s*");
  private static final String WEEKDAYS = "一二三四五六日";

  private WrittenDay() {
  }

  /**
   * @return the day; empty where it is none
   * @throws DateTimeException the calendar does not have it, or it is another day of the week than is said
   */
  static Optional<LocalDate> of(String text) {
    String plain = Normalizer.normalize(CellText.clean(text), Normalizer.Form.NFKC);
    Matcher found = DAY.matcher(plain);
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    boolean packed = found.group("y") != null;
    LocalDate day = LocalDate.of(number(found, packed ? "y" : "year"), number(found, packed ? "m" : "month"),
        number(found, packed ? "d" : "day"));
    String rest = plain.substring(found.end());
    // 2015-10-311 is no day
    if (rest.matches("^\\d.*") && !plain.substring(0, found.end()).matches(".*[日号\\s]")) {
      return Optional.empty();
    }
    for (int i = 0; i < 2; i++) {
      rest = TIME.matcher(rest).replaceFirst("");
      Matcher weekday = WEEKDAY.matcher(rest);
      if (weekday.find()) {
        if (WEEKDAYS.indexOf(weekday.group("weekday").replace('天', '日')) + 1 != day.getDayOfWeek().getValue()) {
          throw new DateTimeException("not that day of the week");
        }
        rest = rest.substring(weekday.end());
      }
    }
    return rest.isBlank() ? Optional.of(day) : Optional.empty();
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }
}
