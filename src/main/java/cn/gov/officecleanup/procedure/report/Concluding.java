package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** C20: with the national bureau's receipt the reports that count are concluded; one that comes in later is when it is accepted. */
@Component
public class Concluding {

  private static final String CONCLUDED = "summary-concluded";
  private static final String OUTCOME = "CONCLUDED";

  private final ProvinceReport province;
  private final LocalityReports reports;
  private final CaseFiles cases;
  private final ReportMessages messages;

  Concluding(ProvinceReport province, LocalityReports reports, CaseFiles cases, ReportMessages messages) {
    this.province = province;
    this.reports = reports;
    this.cases = cases;
    this.messages = messages;
  }

  /** Concludes the accepted reports of a campaign. */
  public void allOf(String campaign) {
    reports.of(campaign).stream().filter(report -> report.acceptedVersion() != null).map(LocalityReport::caseNumber)
        .forEach(caseNumber -> {
          messages.tell(CONCLUDED, caseNumber);
          cases.close(caseNumber, OUTCOME);
        });
  }

  /** Closes the case of a report that was accepted only after the province's was concluded. */
  void closeLate(String caseNumber) {
    if (isConcluded(caseNumber)) {
      cases.close(caseNumber, OUTCOME);
    }
  }

  /** @return whether the province's report, to which this one belongs, is concluded; the model asks this */
  public boolean isConcluded(String caseNumber) {
    return province.isConcluded(reports.get(caseNumber).campaign());
  }
}
