package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** How soon the officials of a group do what they have to do. */
enum PaceOfWork {

  PROMPT,
  SLOW,
  /** misses every second deadline */
  LATE;

  private static final int MOST_DAYS_LATE = 20;

  /** @return the pace of a group: three in five are prompt, one in four is slow, the rest late */
  static PaceOfWork drawn(Random random) {
    double lot = random.nextDouble();
    return lot < 0.6 ? PROMPT : lot < 0.85 ? SLOW : LATE;
  }

  /**
   * @param from first day on which the work can be done
   * @param due last day in time
   * @return the working day on which it is done
   */
  LocalDate dayOf(LocalDate from, LocalDate due, WorkingDayCalendar calendar, Random random) {
    long days = Math.max(0, ChronoUnit.DAYS.between(from, due));
    LocalDate day = switch (this) {
      case PROMPT -> from.plusDays(Math.round(days * 0.5 * random.nextDouble()));
      case SLOW -> from.plusDays(Math.round(days * (0.5 + 0.5 * random.nextDouble())));
      case LATE -> random.nextBoolean() ? from.plusDays(days + 1 + random.nextInt(MOST_DAYS_LATE))
          : from.plusDays(Math.round(days * (0.5 + 0.5 * random.nextDouble())));
    };
    return calendar.workingDayFrom(day);
  }
}
