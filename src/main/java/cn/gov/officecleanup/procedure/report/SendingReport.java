package cn.gov.officecleanup.procedure.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the signed report goes to the provincial bureau as a version of its own; a review of an earlier one ends. */
@Component
class SendingReport implements JavaDelegate {

  private final LocalityReports reports;
  private final CleanupTable table;
  private final ReportMessages messages;

  SendingReport(LocalityReports reports, CleanupTable table, ReportMessages messages) {
    this.reports = reports;
    this.table = table;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    table.fileVersion(reports.send(caseNumber));
    messages.begin(ReportMessages.SENT, caseNumber);
  }
}
