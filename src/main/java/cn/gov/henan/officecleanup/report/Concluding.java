package cn.gov.henan.officecleanup.report;

import cn.gov.henan.officecleanup.casefile.CaseFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** C20: with the national bureau's receipt the reports that count are concluded; one that comes in later is when it is accepted. */
@Component
public class Concluding {

  private static final String CONCLUDED = "summary-concluded";

  private final JdbcClient jdbc;
  private final LocalityReports reports;
  private final CaseFiles cases;
  private final ReportMessages messages;

  Concluding(JdbcClient jdbc, LocalityReports reports, CaseFiles cases, ReportMessages messages) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.cases = cases;
    this.messages = messages;
  }

  /** Concludes the accepted reports of a campaign. */
  public void allOf(String campaign) {
    reports.of(campaign).stream().filter(report -> report.acceptedVersion() != null).map(LocalityReport::caseNumber).forEach(this::conclude);
  }

  /** Concludes a report that was accepted only after the province's. */
  void late(LocalityReport report) {
    boolean concluded = jdbc.sql("select count(*) from provincial_report where campaign = ? and concluded_at is not null").param(report.campaign())
        .query(Integer.class).single() > 0;
    if (concluded) {
      conclude(report.caseNumber());
    }
  }

  private void conclude(String caseNumber) {
    messages.tell(CONCLUDED, caseNumber);
    cases.close(caseNumber, "CONCLUDED");
  }
}
