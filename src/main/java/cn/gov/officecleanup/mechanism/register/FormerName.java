package cn.gov.officecleanup.mechanism.register;

import java.time.LocalDate;

/**
 * By what an office was called before it got another name.
 *
 * @param from day on which it got this name; null where it had it from the beginning
 * @param until day on which it got another one, the last one of this
 */
public record FormerName(String name, LocalDate from, LocalDate until) {

  /** @return whether the office had the name on this day; on the day of a change it had both */
  public boolean heldOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && !day.isAfter(until);
  }
}
