package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.procedure.report.MissingReports;
import cn.gov.officecleanup.procedure.report.ProvinceReportProgress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The province's reports and the missing reports that its leader lets it go on without (C20). */
@Repository
public class ProvincialReports extends FormRecords<ProvincialReport> implements ProvinceReportProgress {

  private final JdbcClient jdbc;
  private final MissingReports missing;
  private final Inspections inspections;
  private final Clock clock;

  ProvincialReports(JdbcClient jdbc, MissingReports missing, Inspections inspections, Clock clock) {
    super(jdbc, ProvincialReport.class, "provincial_report", "summary-compile", "summary-receipt");
    this.jdbc = jdbc;
    this.missing = missing;
    this.inspections = inspections;
    this.clock = clock;
  }

  void open(String caseNumber, String campaign) {
    begin(caseNumber, Map.of("campaign", campaign));
  }

  /** Its draft goes to the provincial government with a request of this number. */
  void submit(String caseNumber, String requestNumber) {
    change(caseNumber, Map.of("requestNumber", requestNumber, "submittedAt", OffsetDateTime.now(clock)));
  }

  /** The provincial government has approved it; it goes on under this number. */
  void number(String caseNumber, String documentNumber) {
    change(caseNumber, Map.of("documentNumber", documentNumber));
  }

  /** It comes back from the provincial government. */
  void takeBack(String caseNumber) {
    clear(caseNumber, "submittedAt");
  }

  void conclude(String caseNumber) {
    change(caseNumber, Map.of("concludedAt", OffsetDateTime.now(clock)));
  }

  @Override
  public Optional<String> caseOf(String campaign) {
    return jdbc.sql("select case_number from provincial_report where campaign = ?").param(campaign).query(String.class).optional();
  }

  @Override
  public boolean isSubmitted(String campaign) {
    return is(campaign, "submitted_at");
  }

  @Override
  public Optional<String> inspectionOf(String campaign, String unitCode) {
    return inspections.of(campaign)
        .stream()
        .filter(inspection -> inspection.unitCode().equals(unitCode) && inspection.result() != null)
        .map(Inspection::outcome)
        .findFirst();
  }

  @Override
  public boolean isConcluded(String campaign) {
    return is(campaign, "concluded_at");
  }

  private boolean is(String campaign, String moment) {
    return jdbc.sql("select count(*) from provincial_report where campaign = ? and " + moment + " is not null")
        .param(campaign)
        .query(Integer.class)
        .single() > 0;
  }

  // ---- missing reports

  /** @return whether a report is missing that the leader has not let go; the model asks this */
  public boolean anyMissing(String caseNumber) {
    return !missingOf(caseNumber).isEmpty();
  }

  /** @return codes of the units whose report is missing and not waived */
  List<String> missingOf(String caseNumber) {
    String campaign = get(caseNumber).campaign();
    Map<String, String> waived = waiversOf(campaign);
    return missing.of(campaign).stream().filter(unit -> !waived.containsKey(unit)).toList();
  }

  /** Lets the summary go on without a unit's report, by name and with a reason. */
  void waive(String campaign, String unitCode, String reason, String waivedBy) {
    jdbc.sql("insert into report_waiver (campaign, unit_code, reason, waived_by, waived_at) values (?, ?, ?, ?, ?)")
        .params(campaign, unitCode, reason, waivedBy, OffsetDateTime.now(clock))
        .update();
  }

  /** @return reasons of the waivers by unit */
  public Map<String, String> waiversOf(String campaign) {
    Map<String, String> waivers = new LinkedHashMap<>();
    jdbc.sql("select unit_code, reason from report_waiver where campaign = ? order by unit_code").param(campaign).query(row -> {
      waivers.put(row.getString("unit_code"), row.getString("reason"));
    });
    return waivers;
  }
}
