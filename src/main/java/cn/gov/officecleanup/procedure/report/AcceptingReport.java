package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the bureau accepts a report. The unit is told, and the province's report once none is missing. */
@Component
class AcceptingReport implements JavaDelegate {

  private final LocalityReports reports;
  private final MissingReports missing;
  private final ProvinceReportProgress province;
  private final Opinions opinions;
  private final ReportMessages messages;

  AcceptingReport(LocalityReports reports, MissingReports missing, ProvinceReportProgress province, Opinions opinions,
      ReportMessages messages) {
    this.reports = reports;
    this.missing = missing;
    this.province = province;
    this.opinions = opinions;
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    reports.accept(caseNumber, wordsOf(opinions, caseNumber));
    messages.tell(ReportMessages.ACCEPTED, caseNumber);
    String campaign = reports.get(caseNumber).campaign();
    if (missing.of(campaign).isEmpty()) {
      province.caseOf(campaign).ifPresent(provincesCase -> messages.tellIfWaiting(ReportMessages.ALL_IN, provincesCase));
    }
  }

  /** @return what the bureau said in its review; null where it said nothing */
  static String wordsOf(Opinions opinions, String caseNumber) {
    return opinions.of(caseNumber)
        .stream()
        .filter(opinion -> opinion.step().equals("review"))
        .reduce((first, last) -> last)
        .map(Opinion::words)
        .orElse(null);
  }
}
