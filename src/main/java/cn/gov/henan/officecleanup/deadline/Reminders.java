package cn.gov.henan.officecleanup.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import org.springframework.stereotype.Component;

/** When a deadline is looked at next. */
@Component
class Reminders {

  private final DeadlineProperties properties;

  Reminders(DeadlineProperties properties) {
    this.properties = properties;
  }

  /** @return the first reminder still ahead, else the first instant that is late, be it past */
  Instant next(Date due, Instant now) {
    return properties.reminderLead().stream().map(lead -> due.toInstant().minus(lead)).filter(reminder -> reminder.isAfter(now))
        .min(Comparator.naturalOrder()).orElse(Deadline.lateFrom(due));
  }

  /** @return when a miss is escalated again: counted from now, so that rounds missed while the application was down are not made up for */
  Instant nextRound(Instant now) {
    return now.plus(properties.repeat());
  }
}
