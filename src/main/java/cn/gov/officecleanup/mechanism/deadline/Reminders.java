package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a deadline is looked at next. */
@Component
class Reminders {

  private final DeadlineProperties properties;

  Reminders(DeadlineProperties properties) {
    this.properties = properties;
  }

  /**
   * Reminders are noted as their day begins, so that they are in the mail of that morning.
   *
   * @param term of the whole case whose deadline it is; null where it is a task's
   * @return the first reminder still ahead, else the first instant that is late, be it past
   */
  Instant next(String term, Date due, Instant now) {
    LocalDate lastDay = due.toInstant().atZone(EngineClock.ZONE).toLocalDate();
    List<Integer> days = term == null ? properties.reminderDays()
        : properties.reminderDaysOf().getOrDefault(term, properties.reminderDays());
    return days.stream()
        .map(before -> lastDay.minusDays(before).atStartOfDay(EngineClock.ZONE).toInstant())
        .filter(reminder -> reminder.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(Deadline.lateFrom(due));
  }

  /** @return when a miss is escalated again: counted from now, so that rounds missed while the application was down are not made up for */
  Instant nextRound(Instant now) {
    return now.plus(properties.repeat());
  }
}
