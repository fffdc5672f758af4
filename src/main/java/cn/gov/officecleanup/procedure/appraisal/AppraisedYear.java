package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Whether and how a year of an office is graded; thresholds 本产品规定 [P]. */
final class AppraisedYear {

  private static final int FEWEST_MONTHS = 6;
  private static final int EXCELLENT_PERCENT = 30;
  private static final int WHOLE = 100;

  private AppraisedYear() {
  }

  /**
   * @param from first day on which the office stood, or earlier
   * @param to last day on which it stood, or later; null where it stands
   * @return whole months of the year in which it stood
   */
  static int months(int year, LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(LocalDate.of(year, 1, 1)) ? LocalDate.of(year, 1, 1) : from;
    LocalDate last = to == null || to.getYear() > year ? YearMonth.of(year, 12).atEndOfMonth() : to;
    return last.isBefore(first) ? 0 : (int) ChronoUnit.MONTHS.between(first, last.plusDays(1));
  }

  /** @return whether so few months are graded at all (不定等次) */
  static boolean graded(int months) {
    return months >= FEWEST_MONTHS;
  }

  /** @return the grade of a score, as the vetoes leave it */
  static Grade grade(BigDecimal score, Collection<Veto> vetoes) {
    return vetoes.stream().map(Veto::highest).reduce(Grade.of(score), Grade::atMost);
  }

  /** @return how many of a government's offices may be graded excellent: rounded down, but one where it is the only one */
  static int excellentAtMost(int offices) {
    return offices == 1 ? 1 : offices * EXCELLENT_PERCENT / WHOLE;
  }
}
