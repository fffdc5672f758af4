package cn.gov.henan.officecleanup.report;

import cn.gov.henan.officecleanup.campaign.Campaigns;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows whose reports are still missing in a campaign (C20): those of which no version is accepted. */
@Component
public class MissingReports {

  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final LocalityReports reports;
  private final ReportMessages messages;

  MissingReports(JdbcClient jdbc, Campaigns campaigns, LocalityReports reports, ReportMessages messages) {
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.reports = reports;
    this.messages = messages;
  }

  /** @return codes of the units whose report is missing */
  public List<String> of(String campaign) {
    Set<String> accepted = reports.of(campaign).stream().filter(report -> report.acceptedVersion() != null).map(LocalityReport::unitCode)
        .collect(Collectors.toSet());
    return campaigns.unitsOf(campaign).stream().filter(unit -> !accepted.contains(unit)).toList();
  }

  /** Tells the province's report that none is missing any more, where that is so. */
  void tellIfNone(String campaign) {
    if (of(campaign).isEmpty()) {
      jdbc.sql("select case_number from provincial_report where campaign = ?").param(campaign).query(String.class).optional()
          .ifPresent(caseNumber -> messages.tellIfWaiting(ReportMessages.ALL_IN, caseNumber));
    }
  }
}
