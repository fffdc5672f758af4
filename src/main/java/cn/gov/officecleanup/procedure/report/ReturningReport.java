package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.Opinions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the bureau returns a report with its findings. */
@Component
class ReturningReport implements JavaDelegate {

  private final LocalityReports reports;
  private final Opinions opinions;
  private final ReportMessages messages;

  ReturningReport(LocalityReports reports, Opinions opinions, ReportMessages messages) {
    this.reports = reports;
    this.opinions = opinions;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    reports.takeBack(caseNumber, ReportVersion.State.RETURNED, AcceptingReport.wordsOf(opinions, caseNumber));
    messages.tell(ReportMessages.RETURNED, caseNumber);
  }
}
