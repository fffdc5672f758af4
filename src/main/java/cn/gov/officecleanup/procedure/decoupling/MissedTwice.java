package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.DeadlineMissed;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.OfficeStatusNoted;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * C3, C17: where an office that was kept misses the day of parting for the second time, whether the first was followed by more time or by a
 * supervision alone, the bureau is asked whether it proposes to revoke the retention. Nothing is revoked by itself.
 */
@Component
class MissedTwice {

  /** Whether to propose is no question any more: the office has parted, or its retention is revoked. */
  static final String SETTLED = "decoupling-settled";

  private static final String MESSAGE = "decoupling-missed-twice";
  private static final int SECOND = 2;

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final KeptOffices kept;
  private final Officials officials;
  private final RuntimeService runtime;

  MissedTwice(CaseFiles cases, OfficeRegister register, KeptOffices kept, Officials officials, @Lazy RuntimeService runtime) {
    this.cases = cases;
    this.register = register;
    this.kept = kept;
    this.officials = officials;
    this.runtime = runtime;
  }

  @EventListener
  void missed(DeadlineMissed missed) {
    if (missed.taskId() != null || missed.round() != SECOND) {
      return;
    }
    cases.find(missed.caseNumber())
        .filter(file -> file.procedureKey().equals(BeginningDecouplings.PROCEDURE))
        .map(CaseFile::officeId)
        .filter(officeId -> kept.include(register.findById(officeId).orElseThrow()))
        .ifPresent(officeId -> officials.asApplication(() -> {
          runtime.createMessageCorrelation(MESSAGE).processInstanceBusinessKey(missed.caseNumber()).correlateAll();
          return null;
        }));
  }

  /** Parting is owed all the same; what is not asked any more is whether to revoke what is revoked. */
  @EventListener
  void noted(OfficeStatusNoted noted) {
    if (noted.status() == OfficeStatus.TO_BE_ABOLISHED) {
      officials.asApplication(() -> {
        cases.openCasesOf(BeginningDecouplings.PROCEDURE)
            .stream()
            .filter(file -> file.officeId() == noted.officeId())
            .forEach(file -> runtime.createMessageCorrelation(SETTLED).processInstanceBusinessKey(file.caseNumber()).correlateAll());
        return null;
      });
    }
  }
}
