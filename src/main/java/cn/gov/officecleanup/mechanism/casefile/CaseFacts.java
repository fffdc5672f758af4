package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Contributes to what an official reads above a form: what the case is about. */
public interface CaseFacts {

  /**
   * One line of it.
   *
   * @param section Chinese heading it stands under
   * @param label Chinese name of the fact
   * @param value what to show; lines apart are shown apart
   */
  record Fact(String section, String label, String value) {
  }

  /** @return a day as Chinese officials write it, e.g. 2015年10月31日 */
  static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("yyyy年M月d日").format(day);
  }

  /** @return a moment as Chinese officials write it, by the clock of Henan, e.g. 2015年10月31日 17:30 */
  static String moment(OffsetDateTime moment) {
    return DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").format(moment.atZoneSameInstant(EngineClock.ZONE));
  }

  /**
   * @param yuan two decimals
   * @return an amount as officials write it, e.g. 4,040,000.00元
   */
  static String yuan(BigDecimal yuan) {
    return "%,.2f元".formatted(yuan);
  }

  /** Adds a fact, unless there is nothing to say. */
  static void add(List<Fact> facts, String section, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(section, label, value));
    }
  }

  /** @return facts about the case, in the order to show; empty where this contributor knows none */
  List<Fact> of(CaseFile file);
}
