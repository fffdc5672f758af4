package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when an office has to part from an entity that it promised to part from, and whether it did (C17). */
@Component
class PartingDays {

  private final EscalationLedger ledger;

  PartingDays(EscalationLedger ledger) {
    this.ledger = ledger;
  }

  /** @return the last day that counts since more time was given; empty where none was */
  Optional<LocalDate> extendedTo(String caseNumber) {
    return ledger.of(caseNumber)
        .stream()
        .filter(entry -> entry.kind() == Escalation.Kind.EXTENDED && entry.taskId() == null)
        .map(Escalation::lastDay)
        .reduce((first, last) -> last);
  }

  /** @return in time, or late by how many days; empty where no day was promised, or nothing is done */
  Optional<String> punctuality(Decoupling decoupling) {
    if (decoupling.partBy() == null || decoupling.partedOn() == null) {
      return Optional.empty();
    }
    LocalDate lastDay = extendedTo(decoupling.caseNumber()).orElse(decoupling.partBy());
    long late = ChronoUnit.DAYS.between(lastDay, decoupling.partedOn());
    return Optional.of(late <= 0 ? "按期" : "逾期%d日".formatted(late));
  }
}
