package cn.gov.officecleanup.procedure.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the signed report goes to the provincial bureau as a version of its own; a review of an earlier one ends. */
@Component
class SendingReport implements JavaDelegate {

  private final LocalityReports reports;
  private final WorkSummary summary;
  private final CleanupTable table;
  private final ReportMessages messages;

  SendingReport(LocalityReports reports, WorkSummary summary, CleanupTable table, ReportMessages messages) {
    this.reports = reports;
    this.summary = summary;
    this.table = table;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    ReportVersion version = reports.send(caseNumber);
    summary.fileVersion(version);
    table.fileVersion(version);
    messages.begin(ReportMessages.SENT, caseNumber);
  }
}
