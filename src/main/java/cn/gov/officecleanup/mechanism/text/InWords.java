package cn.gov.officecleanup.mechanism.text;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The one way in which officials read days, moments and amounts, on every page, in every answer and document. */
public final class InWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

  private InWords() {
  }

  /** @return e.g. 2015年10月31日 */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** @return the day by the clock of the country, e.g. 2015年10月31日 */
  public static String day(OffsetDateTime moment) {
    return DAY.format(moment.atZoneSameInstant(EngineClock.ZONE));
  }

  /** @return by the clock of the country, e.g. 2015年10月31日 17:30 */
  public static String moment(OffsetDateTime moment) {
    return moment(moment.toInstant());
  }

  /** @return the same */
  public static String moment(Instant moment) {
    return MOMENT.format(moment.atZone(EngineClock.ZONE));
  }

  /**
   * @param yuan to the fen
   * @return e.g. 4,040,000.00, for where the unit stands beside it
   */
  public static String amount(BigDecimal yuan) {
    return "%,.2f".formatted(yuan);
  }

  /**
   * @param yuan to the fen
   * @return e.g. 4,040,000.00元
   */
  public static String yuan(BigDecimal yuan) {
    return amount(yuan) + "元";
  }
}
