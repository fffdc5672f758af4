package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.IssuingReply;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C3, C4, C21: the provincial government approved a change. The register shows it with the document's number; the reply is issued; where
 * special work goes on, what waits for its end waits longer.
 */
@Component
class ChangingRetention implements JavaDelegate {

  /** Where the procedures that kept or set up an office wait until its special work ends (C4). */
  private static final String WAITING = "specialWorkEnds";

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final IssuingReply issuing;
  private final Terms terms;
  private final Officials officials;
  private final RuntimeService runtime;
  private final ManagementService management;

  ChangingRetention(CaseFiles cases, Applications applications, OfficeRegister register, IssuingReply issuing, Terms terms,
      Officials officials, @Lazy RuntimeService runtime, @Lazy ManagementService management) {
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.issuing = issuing;
    this.terms = terms;
    this.officials = officials;
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Application application = applications.get(caseNumber);
    long officeId = cases.get(caseNumber).officeId();
    String number = issuing.approval(caseNumber);
    switch (application.changeKind()) {
      case NAME -> {
        register.rename(officeId, application.newName(), number);
        execution.setVariable("officeName", application.newName());
        forWhatWaits(officeId, waiting -> runtime.setVariable(waiting.getId(), "officeName", application.newName()));
      }
      case PLACE -> register.relocate(officeId, application.newAddress(), number);
      case PROLONGATION -> prolong(officeId, application.newSpecialWorkEnd(), number);
      case REVOCATION -> {
        register.markToBeAbolished(officeId, "C3", "省政府批准撤销保留（%s），应予撤销。".formatted(number));
        cases.closeAndHandOver(caseNumber, "REVOKED");
      }
    }
  }

  private void prolong(long officeId, LocalDate until, String number) {
    register.prolong(officeId, until, number);
    Date end = terms.endOf(until);
    forWhatWaits(officeId, waiting -> {
      runtime.setVariable(waiting.getId(), "retainedUntil", end);
      management.createJobQuery()
          .executionId(waiting.getId())
          .timers()
          .list()
          .forEach(timer -> management.setJobDuedate(timer.getId(), end, false));
    });
  }

  /** The official who decides has no rights on the case that waits. */
  private void forWhatWaits(long officeId, Consumer<Execution> act) {
    officials.asApplication(() -> {
      runtime.createExecutionQuery().activityId(WAITING).processVariableValueEquals("officeId", officeId).list().forEach(act);
      return null;
    });
  }
}
