package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.procedure.application.IssuingReply;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C5: the provincial government refused a new office; the reply is issued. */
@Component
class RefusingEstablishment implements JavaDelegate {

  private final IssuingReply issuing;

  RefusingEstablishment(IssuingReply issuing) {
    this.issuing = issuing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    issuing.refusal(execution.getProcessBusinessKey());
  }
}
