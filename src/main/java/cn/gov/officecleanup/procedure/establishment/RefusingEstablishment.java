package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.procedure.application.IssuingReply;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C5: the provincial government refused a new office; the reply is issued. */
@Component
class RefusingEstablishment implements JavaDelegate {

  private final CaseFiles cases;
  private final IssuingReply issuing;

  RefusingEstablishment(CaseFiles cases, IssuingReply issuing) {
    this.cases = cases;
    this.issuing = issuing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    issuing.refusal(execution.getProcessBusinessKey());
    cases.close(execution.getProcessBusinessKey(), "REFUSED");
  }
}
