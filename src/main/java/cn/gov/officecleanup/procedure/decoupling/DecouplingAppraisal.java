package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.appraisal.AppraisalFacts;
import cn.gov.officecleanup.procedure.appraisal.CountedFact;
import cn.gov.officecleanup.procedure.appraisal.Veto;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C17: an entity from which an office did not part by its day limits the grade of the year in which that day lies, and of each later year
 * in which it did not part at all. More time that was given before the day moves it.
 */
@Component
class DecouplingAppraisal implements AppraisalFacts {

  private final Decouplings decouplings;
  private final EscalationLedger ledger;

  DecouplingAppraisal(Decouplings decouplings, EscalationLedger ledger) {
    this.decouplings = decouplings;
    this.ledger = ledger;
  }

  @Override
  public List<CountedFact> of(long officeId, int year) {
    return decouplings.of(officeId).stream().flatMap(decoupling -> fact(decoupling, year).stream()).toList();
  }

  private Optional<CountedFact> fact(Decoupling decoupling, int year) {
    LocalDate partedOn = decoupling.complete() ? decoupling.partedOn() : null;
    return missed(decoupling.caseNumber()).filter(day -> partedOn == null || partedOn.isAfter(day))
        .filter(day -> day.getYear() == year || day.getYear() < year && (partedOn == null || partedOn.getYear() > year))
        .map(day -> new CountedFact("脱钩", "“%s”应于%s前脱钩，%s".formatted(decoupling.entityName(), InWords.day(day),
            partedOn == null ? "尚未脱钩" : "%s脱钩".formatted(InWords.day(partedOn))), Veto.NOT_PARTED));
  }

  /** @return the day that the whole case missed first; a miss that was none by the calendar is taken back */
  private Optional<LocalDate> missed(String caseNumber) {
    List<Escalation> noted = ledger.of(caseNumber);
    return noted.stream()
        .filter(entry -> entry.kind() == Kind.MISS && entry.taskId() == null)
        .filter(miss -> noted.stream()
            .noneMatch(back -> back.kind() == Kind.TAKEN_BACK && back.subject().equals(miss.subject()) && back.round() == miss.round()))
        .map(Escalation::lastDay)
        .findFirst();
  }
}
