package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.procedure.campaign.Campaigns;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows whose reports are still missing in a campaign (C20): those of which no version is accepted. */
@Component
public class MissingReports {

  private final Campaigns campaigns;
  private final LocalityReports reports;

  MissingReports(Campaigns campaigns, LocalityReports reports) {
    this.campaigns = campaigns;
    this.reports = reports;
  }

  /** @return codes of the units whose report is missing */
  public List<String> of(String campaign) {
    Set<String> accepted = reports.of(campaign)
        .stream()
        .filter(report -> report.acceptedVersion() != null)
        .map(LocalityReport::unitCode)
        .collect(Collectors.toSet());
    return campaigns.unitsOf(campaign).stream().filter(unit -> !accepted.contains(unit)).toList();
  }
}
