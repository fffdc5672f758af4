package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

/**
 * The end of a term.
 *
 * @param lastDay the last day on which the work is still in time
 * @param provisional whether it rests on a year whose public holidays are not published yet
 */
record Deadline(LocalDate lastDay, boolean provisional) {

  /**
   * A due date is given to the second, so the first instant that is late is one second after it. The last second of the day, and not the
   * first instant of the next, lets Tasklist show the last day; whole seconds, so that no database rounds it up into the next day.
   */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /** @return the due date: 23:59:59 of the last day in Asia/Shanghai */
  public Date due() {
    return Date.from(lastDay.plusDays(1).atStartOfDay(EngineClock.ZONE).minus(RESOLUTION).toInstant());
  }

  /** @return the first instant that is late for this due date */
  static Instant lateFrom(Date due) {
    return due.toInstant().plus(RESOLUTION);
  }
}
