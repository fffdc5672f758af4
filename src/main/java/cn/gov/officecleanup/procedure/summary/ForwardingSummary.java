package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.report.ReportMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: approved by the provincial government, the summary goes to the national bureau. */
@Component
class ForwardingSummary implements JavaDelegate {

  private final ReportMessages messages;

  ForwardingSummary(ReportMessages messages) {
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    messages.begin("summary-forwarded", execution.getProcessBusinessKey());
  }
}
