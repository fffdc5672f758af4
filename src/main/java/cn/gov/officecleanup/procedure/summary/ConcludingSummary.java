package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.report.ReportConclusion;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the national bureau has the summary; the province's report and those of the localities are concluded. */
@Component
class ConcludingSummary implements JavaDelegate {

  private final ProvincialReports reports;
  private final ReportConclusion concluding;

  ConcludingSummary(ProvincialReports reports, ReportConclusion concluding) {
    this.reports = reports;
    this.concluding = concluding;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    reports.conclude(caseNumber);
    concluding.allOf(reports.get(caseNumber).campaign());
  }
}
