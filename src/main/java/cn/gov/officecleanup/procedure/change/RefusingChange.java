package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.procedure.application.IssuingReply;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C3: the provincial government refused a change; what is registered stays, the reply is issued. */
@Component
class RefusingChange implements JavaDelegate {

  private final IssuingReply issuing;

  RefusingChange(IssuingReply issuing) {
    this.issuing = issuing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    issuing.refusal(execution.getProcessBusinessKey());
  }
}
