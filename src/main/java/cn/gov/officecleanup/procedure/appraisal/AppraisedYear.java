package cn.gov.officecleanup.procedure.appraisal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** For how long of a year an office stood. */
final class AppraisedYear {

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
}
