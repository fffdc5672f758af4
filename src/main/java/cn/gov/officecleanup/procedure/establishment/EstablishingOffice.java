package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.IssuingReply;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C5, C21: the provincial government approved a new office. It enters the register with the approval and its conditions; the reply is
 * issued.
 */
@Component
class EstablishingOffice implements JavaDelegate {

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final IssuingReply issuing;
  private final Terms terms;

  EstablishingOffice(CaseFiles cases, Applications applications, OfficeRegister register, IssuingReply issuing, Terms terms) {
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.issuing = issuing;
    this.terms = terms;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    CaseFile file = cases.get(caseNumber);
    Application application = applications.get(caseNumber);
    String number = issuing.approval(caseNumber);
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), application.officeName(), file.governmentCode(),
        SenderKind.GOVERNMENT, null, application.hostCityCode(), application.hostCityName(), application.workKind(),
        application.specialWorkEnd(), number, application.staffEstablishment(), String.join("\n", application.functions()), false), number,
        application.conditions());
    execution.setVariable("officeId", office.id());
    execution.setVariable("officeName", office.name());
    execution.setVariable("retainedUntil", application.specialWorkEnd() == null ? null : terms.endOf(application.specialWorkEnd()));
  }
}
