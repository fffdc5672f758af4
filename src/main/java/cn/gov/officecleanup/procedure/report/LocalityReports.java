package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports of all units in all campaigns, what was sent and what the province decided on it (C20). What was sent stays on record. */
@Repository
public class LocalityReports {

  private static final RowMapper<LocalityReport> LOCALITYREPORT_ROWS = RecordRows.of(LocalityReport.class);
  private static final RowMapper<StatedReason> STATEDREASON_ROWS = RecordRows.of(StatedReason.class);
  private static final Set<OfficeStatus> WITHOUT_OUTCOME = Set.of(OfficeStatus.REGISTERED, OfficeStatus.TO_BE_ABOLISHED);

  private final JdbcClient jdbc;
  private final ReportingUnits units;
  private final Campaigns campaigns;
  private final CaseFindings findings;
  private final FigureCounts counts;
  private final Clock clock;

  LocalityReports(JdbcClient jdbc, ReportingUnits units, Campaigns campaigns, CaseFindings findings, FigureCounts counts, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.campaigns = campaigns;
    this.findings = findings;
    this.counts = counts;
    this.clock = clock;
  }

  /** @return the unit of a code */
  ReportingUnit unit(String code) {
    return units.get(code);
  }

  /** @return name of the unit of a code; the model asks this */
  public String nameOf(String unitCode) {
    return unit(unitCode).name();
  }

  /** @return code of the government that a unit is or belongs to; the model asks this */
  public String governmentOf(String unitCode) {
    return unit(unitCode).governmentCode();
  }

  /** @return code of the provincial department that a unit is, null where it is none; the model asks this */
  public String departmentOf(String unitCode) {
    return unit(unitCode).department();
  }

  void open(String caseNumber, String campaign, String unitCode) {
    jdbc.sql("insert into locality_report (case_number, campaign, unit_code) values (?, ?, ?)")
        .params(caseNumber, campaign, unitCode)
        .update();
  }

  /**
   * @return the report of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no report
   */
  public LocalityReport get(String caseNumber) {
    return jdbc.sql("select * from locality_report where case_number = ?").param(caseNumber).query(LOCALITYREPORT_ROWS).single();
  }

  /** @return the reports of a campaign by unit */
  public List<LocalityReport> of(String campaign) {
    return jdbc.sql("select * from locality_report where campaign = ? order by unit_code")
        .param(campaign)
        .query(LOCALITYREPORT_ROWS)
        .list();
  }

  /** @return who writes the report */
  public ReportingUnit unitOf(LocalityReport report) {
    return units.get(report.unitCode());
  }

  List<Office> officesOf(String caseNumber) {
    return units.officesOf(unitOf(get(caseNumber)));
  }

  /** @return whether the unit has no office; the model asks this */
  public boolean isNil(String caseNumber) {
    return officesOf(caseNumber).isEmpty();
  }

  /** @return whether checks found something that was not explained; the model asks this */
  public boolean mustBeMended(String caseNumber) {
    return findings.anyOpen(caseNumber) && get(caseNumber).explanation() == null;
  }

  /** @return the unit's offices of which nothing final has become yet, by register number */
  List<Office> withoutOutcome(String caseNumber) {
    return officesOf(caseNumber).stream().filter(office -> WITHOUT_OUTCOME.contains(office.status())).toList();
  }

  // ---- what is being written

  /** Keeps the words of a report in the place of those before. */
  void write(LocalityReport report, Map<Figure, String> comments, List<StatedReason> reasons) {
    jdbc.sql("update locality_report set done = ?, problems = ?, next_steps = ?, explanation = ? where case_number = ?")
        .params(report.done(), report.problems(), report.nextSteps(), report.explanation(), report.caseNumber())
        .update();
    jdbc.sql("delete from locality_report_comment where case_number = ?").param(report.caseNumber()).update();
    comments.forEach((figure, words) -> jdbc.sql("insert into locality_report_comment (case_number, figure, words) values (?, ?, ?)")
        .params(report.caseNumber(), figure.name(), words)
        .update());
    jdbc.sql("delete from locality_report_office where case_number = ?").param(report.caseNumber()).update();
    reasons
        .forEach(reason -> jdbc.sql("insert into locality_report_office (case_number, office_id, reason, expected_on) values (?, ?, ?, ?)")
            .params(report.caseNumber(), reason.officeId(), reason.reason(), reason.expectedOn())
            .update());
  }

  /** @return stated reasons by the office's id */
  Map<Long, StatedReason> reasonsOf(String caseNumber) {
    return jdbc.sql("select office_id, reason, expected_on from locality_report_office where case_number = ?")
        .param(caseNumber)
        .query(STATEDREASON_ROWS)
        .list()
        .stream()
        .collect(Collectors.toMap(StatedReason::officeId, reason -> reason));
  }

  /** @return the figures as they are now, in their order, each with last month's and the comment */
  public List<CountedFigure> figuresNow(String caseNumber) {
    List<Long> offices = officesOf(caseNumber).stream().map(Office::id).toList();
    Figures now = counts.now().of(offices);
    Figures before = counts.aMonthAgo().of(offices);
    Map<String, String> comments = new HashMap<>();
    jdbc.sql("select figure, words from locality_report_comment where case_number = ?").param(caseNumber).query(row -> {
      comments.put(row.getString("figure"), row.getString("words"));
    });
    return List.of(Figure.values())
        .stream()
        .map(figure -> new CountedFigure(figure, now.of(figure), before.of(figure), comments.get(figure.name())))
        .toList();
  }

  // ---- what was sent

  /** @return the versions that were sent, oldest first */
  public List<ReportVersion> versionsOf(String caseNumber) {
    return jdbc.sql("select * from report_version where case_number = ? order by version")
        .param(caseNumber)
        .query(LocalityReports::version)
        .list();
  }

  /**
   * @return the version that was sent last of every report of a campaign, by the report's case; reports of which none was sent are left out
   */
  public Map<String, ReportVersion> lastVersions(String campaign) {
    return jdbc.sql("""
      select v.* from report_version v join locality_report r on r.case_number = v.case_number
      where r.campaign = ? and v.version = (select max(version) from report_version where case_number = v.case_number)""")
        .param(campaign)
        .query(LocalityReports::version)
        .list()
        .stream()
        .collect(Collectors.toMap(ReportVersion::caseNumber, version -> version));
  }

  /** @return the version that was sent last */
  public Optional<ReportVersion> lastVersion(String caseNumber) {
    return versionsOf(caseNumber).stream().reduce((first, last) -> last);
  }

  /** @return the version that counts for the province's summary; empty while none is accepted */
  public Optional<ReportVersion> acceptedVersion(LocalityReport report) {
    return versionsOf(report.caseNumber()).stream()
        .filter(version -> Integer.valueOf(version.version()).equals(report.acceptedVersion()))
        .findFirst();
  }

  /** @return the figures of a version in their order */
  public List<CountedFigure> figuresOf(ReportVersion version) {
    Map<String, CountedFigure> figures = jdbc.sql("select * from report_figure where case_number = ? and version = ?")
        .params(version.caseNumber(), version.version())
        .query((row, number) -> new CountedFigure(Figure.valueOf(row.getString("figure")), row.getBigDecimal("amount"),
            row.getBigDecimal("month_before"), row.getString("words")))
        .list()
        .stream()
        .collect(Collectors.toMap(figure -> figure.figure().name(), figure -> figure));
    return List.of(Figure.values()).stream().map(figure -> figures.get(figure.name())).toList();
  }

  /**
   * Keeps what is written and counted now as the next version; what the province has not decided on yet is replaced by it.
   *
   * @return the version that was sent
   */
  ReportVersion send(String caseNumber) {
    LocalityReport report = get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    long late = ChronoUnit.DAYS.between(campaigns.get(report.campaign()).reportDeadline(), today);
    String found = findings.open(caseNumber).stream().map(Finding::message).collect(Collectors.joining("\n"));
    jdbc.sql("update report_version set state = 'REPLACED' where case_number = ? and state = 'SENT'").param(caseNumber).update();
    int version = lastVersion(caseNumber).map(ReportVersion::version).orElse(0) + 1;
    jdbc.sql("""
      insert into report_version (case_number, version, sent_at, days_late, nil, done, problems, next_steps, explanation, findings, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT')""")
        .params(caseNumber, version, OffsetDateTime.now(clock), Math.max(0, late), isNil(caseNumber), report.done(), report.problems(),
            report.nextSteps(), found.isEmpty() ? null : report.explanation(), found.isEmpty() ? null : found)
        .update();
    figuresNow(caseNumber).forEach(figure -> jdbc.sql("""
      insert into report_figure (case_number, version, figure, amount, month_before, words) values (?, ?, ?, ?, ?, ?)""")
        .params(caseNumber, version, figure.figure().name(), figure.amount(), figure.monthBefore(), figure.words())
        .update());
    findings.settle(caseNumber);
    return lastVersion(caseNumber).orElseThrow();
  }

  /** The province accepts the version that was sent last: it counts from now on. */
  void accept(String caseNumber, String words) {
    decide(caseNumber, ReportVersion.State.ACCEPTED, words);
    jdbc.sql("update locality_report set accepted_version = ? where case_number = ?")
        .params(lastVersion(caseNumber).orElseThrow().version(), caseNumber)
        .update();
  }

  /** The version that was sent last does not count, or no longer. */
  void takeBack(String caseNumber, ReportVersion.State state, String words) {
    decide(caseNumber, state, words);
    jdbc.sql("update locality_report set accepted_version = null where case_number = ?").param(caseNumber).update();
  }

  private void decide(String caseNumber, ReportVersion.State state, String words) {
    jdbc.sql("update report_version set state = ?, decided_at = ?, words = ? where case_number = ? and version = ?")
        .params(state.name(), OffsetDateTime.now(clock), words, caseNumber, lastVersion(caseNumber).orElseThrow().version())
        .update();
  }

  /** @return the figures of a version as they are added up */
  public Figures sumsOf(ReportVersion version) {
    return new Figures(figuresOf(version).stream().collect(Collectors.toMap(CountedFigure::figure, CountedFigure::amount)));
  }

  private static ReportVersion version(ResultSet row, int number) throws SQLException {
    return new ReportVersion(row.getString("case_number"), row.getInt("version"), row.getObject("sent_at", OffsetDateTime.class),
        row.getInt("days_late"), row.getBoolean("nil"), row.getString("done"), row.getString("problems"), row.getString("next_steps"),
        row.getString("explanation"), row.getString("findings"), ReportVersion.State.valueOf(row.getString("state")),
        row.getObject("decided_at", OffsetDateTime.class), row.getString("words"));
  }
}
