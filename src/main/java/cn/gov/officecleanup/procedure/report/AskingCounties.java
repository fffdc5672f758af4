package cn.gov.officecleanup.procedure.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: has every county that has an office report to its city. The city's own report waits for none of them. */
@Component
class AskingCounties implements JavaDelegate {

  private final CountyReports counties;
  private final ReportMessages messages;

  AskingCounties(CountyReports counties, ReportMessages messages) {
    this.counties = counties;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String cityReport = execution.getProcessBusinessKey();
    counties.countiesOf(cityReport).forEach(county -> messages.askCounty(cityReport, county));
  }
}
