package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.procedure.report.MissingReports;
import cn.gov.officecleanup.procedure.report.ProvinceReport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The province's reports and the missing reports that its leader lets it go on without (C20). */
@Repository
public class ProvincialReports implements ProvinceReport {

  private static final RowMapper<ProvincialReport> ROWS = RecordRows.of(ProvincialReport.class);

  private final JdbcClient jdbc;
  private final MissingReports missing;
  private final Clock clock;

  ProvincialReports(JdbcClient jdbc, MissingReports missing, Clock clock) {
    this.jdbc = jdbc;
    this.missing = missing;
    this.clock = clock;
  }

  void open(String caseNumber, String campaign) {
    jdbc.sql("insert into provincial_report (case_number, campaign) values (?, ?)").params(caseNumber, campaign).update();
  }

  ProvincialReport get(String caseNumber) {
    return jdbc.sql("""
        select case_number, campaign, overview, problems, proposals, document_number, submitted_at, receipt_number, received_on
        from provincial_report where case_number = ?""").param(caseNumber).query(ROWS).single();
  }

  void write(String caseNumber, String overview, String problems, String proposals) {
    jdbc.sql("update provincial_report set overview = ?, problems = ?, proposals = ? where case_number = ?")
        .params(overview, problems, proposals, caseNumber).update();
  }

  /** It goes to the provincial government under this number. */
  void submit(String caseNumber, String documentNumber) {
    jdbc.sql("update provincial_report set document_number = ?, submitted_at = ? where case_number = ?")
        .params(documentNumber, OffsetDateTime.now(clock), caseNumber).update();
  }

  /** It comes back from the provincial government. */
  void takeBack(String caseNumber) {
    jdbc.sql("update provincial_report set submitted_at = null where case_number = ?").param(caseNumber).update();
  }

  void fileReceipt(String caseNumber, String receiptNumber, LocalDate receivedOn) {
    jdbc.sql("update provincial_report set receipt_number = ?, received_on = ? where case_number = ?")
        .params(receiptNumber, receivedOn, caseNumber).update();
  }

  void conclude(String caseNumber) {
    jdbc.sql("update provincial_report set concluded_at = ? where case_number = ?").params(OffsetDateTime.now(clock), caseNumber).update();
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
  public boolean isConcluded(String campaign) {
    return is(campaign, "concluded_at");
  }

  private boolean is(String campaign, String moment) {
    return jdbc.sql("select count(*) from provincial_report where campaign = ? and " + moment + " is not null").param(campaign)
        .query(Integer.class).single() > 0;
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
        .params(campaign, unitCode, reason, waivedBy, OffsetDateTime.now(clock)).update();
  }

  /** @return reasons of the waivers by unit */
  public Map<String, String> waiversOf(String campaign) {
    Map<String, String> waivers = new LinkedHashMap<>();
    jdbc.sql("select unit_code, reason from report_waiver where campaign = ? order by unit_code").param(campaign)
        .query(row -> {
          waivers.put(row.getString("unit_code"), row.getString("reason"));
        });
    return waivers;
  }
}
