package cn.gov.officecleanup.procedure.report;

import org.springframework.stereotype.Component;

/** C20: with the national bureau's receipt the reports that count are concluded; one that comes in later is when it is accepted. */
@Component
public class ReportConclusion {

  private static final String CONCLUDED = "summary-concluded";

  private final ProvinceReportProgress province;
  private final LocalityReports reports;
  private final ReportMessages messages;

  ReportConclusion(ProvinceReportProgress province, LocalityReports reports, ReportMessages messages) {
    this.province = province;
    this.reports = reports;
    this.messages = messages;
  }

  /** Concludes the accepted reports of a campaign. */
  public void allOf(String campaign) {
    reports.of(campaign)
        .stream()
        .filter(report -> report.acceptedVersion() != null)
        .map(LocalityReport::caseNumber)
        .forEach(caseNumber -> messages.tell(CONCLUDED, caseNumber));
  }

  /** @return whether the province's report, to which this one belongs, is concluded; the model asks this */
  public boolean isConcluded(String caseNumber) {
    return province.isConcluded(reports.get(caseNumber).campaign());
  }
}
