package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.IssuingReply;
import cn.gov.officecleanup.procedure.decoupling.BeginningDecouplings;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C3, C4, C21: the provincial government approved. The register shows the office as retained, with document number, conditions and, for
 * special work, the last day; the reply is issued, and the parting from what it demands to part from begins.
 */
@Component
class RetainingOffice implements JavaDelegate {

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final IssuingReply issuing;
  private final Terms terms;
  private final BeginningDecouplings decouplings;

  RetainingOffice(CaseFiles cases, Applications applications, OfficeRegister register, IssuingReply issuing, Terms terms,
      BeginningDecouplings decouplings) {
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.issuing = issuing;
    this.terms = terms;
    this.decouplings = decouplings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Application application = applications.get(caseNumber);
    long officeId = cases.get(caseNumber).officeId();
    String number = issuing.approval(caseNumber);
    register.retain(officeId, number, application.conditions(), application.specialWorkEnd(),
        application.specialWorkEnd() == null ? "C3" : "C3、C4", "经省政府批准予以保留。");
    applications.entitiesOf(caseNumber).forEach(entity -> register.putBusinessEntity(officeId, entity));
    decouplings.begin(officeId);
    execution.setVariable("retainedUntil", application.specialWorkEnd() == null ? null : terms.endOf(application.specialWorkEnd()));
  }
}
