package cn.gov.officecleanup.procedure.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** C20: with the city's report concluded, nobody waits for what its counties have not reported. */
@Component
class EndingCountyReports implements ExecutionListener {

  private static final String CONCLUDED = "city-report-concluded";

  private final CountyReports counties;
  private final ReportMessages messages;

  EndingCountyReports(CountyReports counties, ReportMessages messages) {
    this.counties = counties;
    this.messages = messages;
  }

  @Override
  public void notify(DelegateExecution execution) {
    counties.of(execution.getProcessBusinessKey())
        .stream()
        .filter(report -> report.gatheredOn() == null)
        .forEach(report -> messages.tellIfWaiting(CONCLUDED, report.caseNumber()));
  }
}
