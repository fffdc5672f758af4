package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An office in the register: what was stated about it and what has become of it.
 *
 * @param id key in the register
 * @param entry what the sending government states
 * @param outcome what has become of it
 */
public record Office(long id, OfficeEntry entry, Outcome outcome) {

  public String registerNumber() {
    return entry.registerNumber();
  }

  public String name() {
    return entry.name();
  }

  /** @return GB/T 2260 code of the sending government */
  public String governmentCode() {
    return entry.governmentCode();
  }

  public OfficeStatus status() {
    return outcome.status();
  }

  /** @return how officials tell it from others where they choose one: number, name and what has become of it */
  public String described() {
    return "%s %s（%s）".formatted(registerNumber(), name(), status().label());
  }

  /** @return first day of the year on which it stood, as far as the register tells: who was set up in the year did not before */
  public LocalDate stoodFrom(int year) {
    return status() == OfficeStatus.ESTABLISHED && since().getYear() == year ? since() : LocalDate.of(year, 1, 1);
  }

  /** @return last day of the year on which it stood: who ended in the year did not after */
  public LocalDate stoodTo(int year) {
    return status().ended() && since().getYear() == year ? since() : YearMonth.of(year, 12).atEndOfMonth();
  }

  private LocalDate since() {
    return LocalDate.ofInstant(outcome.since().toInstant(), EngineClock.ZONE);
  }

  /**
   * @return whether what the plan provides for it is still to be applied, or to be applied anew when the facts change: nobody has decided
   * on it
   */
  public boolean undecided() {
    return status() == OfficeStatus.REGISTERED || retainedByThePlan();
  }

  /** @return whether the plan itself retains it, without an approval (C4, C11, C12) */
  public boolean retainedByThePlan() {
    return status() == OfficeStatus.RETAINED && outcome.retentionDocument() == null;
  }
}
