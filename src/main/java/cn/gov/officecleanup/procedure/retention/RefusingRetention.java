package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.procedure.application.IssuingReply;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C3, C6: the provincial government refused. The register shows that the office has to be abolished; the reply is issued. */
@Component
class RefusingRetention implements JavaDelegate {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final IssuingReply issuing;

  RefusingRetention(CaseFiles cases, OfficeRegister register, IssuingReply issuing) {
    this.cases = cases;
    this.register = register;
    this.issuing = issuing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    String number = issuing.refusal(caseNumber);
    register.markToBeAbolished(cases.get(caseNumber).officeId(), "C3", "省政府不批准保留（%s），应予撤销。".formatted(number));
    cases.closeAndHandOver(caseNumber, "REFUSED");
  }
}
