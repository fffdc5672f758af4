package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.report.ReportMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.stereotype.Component;

/**
 * C20: the provincial government or the national bureau answers the provincial bureau, by the message that the model names at this event.
 */
@Component
class AnsweringSummary implements JavaDelegate {

  static final String RETURNED = "summary-returned";

  private final ProvincialReports reports;
  private final ReportMessages messages;

  AnsweringSummary(ProvincialReports reports, ReportMessages messages) {
    this.reports = reports;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String message = ((ThrowEvent) execution.getBpmnModelElementInstance()).getEventDefinitions()
        .stream()
        .map(MessageEventDefinition.class::cast)
        .findFirst()
        .orElseThrow()
        .getMessage()
        .getName();
    if (message.equals(RETURNED)) {
      reports.takeBack(execution.getProcessBusinessKey());
    }
    messages.tell(message, execution.getProcessBusinessKey());
  }
}
