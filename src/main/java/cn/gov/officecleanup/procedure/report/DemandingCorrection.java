package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.procedure.report.ReportVersion.State;
import java.util.List;
import org.springframework.stereotype.Component;

/** C14, C20: an inspection found a report wrong; the unit gets it back. A report that is with the unit anyway only shows the finding. */
@Component
public class DemandingCorrection {

  private final LocalityReports reports;
  private final CaseFindings findings;
  private final ReportMessages messages;

  DemandingCorrection(LocalityReports reports, CaseFindings findings, ReportMessages messages) {
    this.reports = reports;
    this.findings = findings;
    this.messages = messages;
  }

  /** @param what a Chinese sentence that says what is wrong */
  public void of(String campaign, String unitCode, String what) {
    LocalityReport report = reports.of(campaign)
        .stream()
        .filter(candidate -> candidate.unitCode().equals(unitCode))
        .findFirst()
        .orElseThrow();
    findings.raise(report.caseNumber(), "监督检查", List.of(new Finding("INSPECTED", what, "C14")));
    boolean withTheBureau = reports.lastVersion(report.caseNumber())
        .filter(version -> version.state() == State.SENT || version.state() == State.ACCEPTED)
        .isPresent();
    if (withTheBureau) {
      reports.takeBack(report.caseNumber(), State.RETURNED, what);
      messages.tellIfWaiting(ReportMessages.REPLACED, report.caseNumber());
      messages.tell(ReportMessages.RETURNED, report.caseNumber());
    }
  }
}
