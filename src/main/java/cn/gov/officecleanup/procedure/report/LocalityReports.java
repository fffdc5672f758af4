package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import java.math.BigDecimal;
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
public class LocalityReports extends FormRecords<LocalityReport> {

  private static final RowMapper<StatedReason> STATEDREASON_ROWS = RecordRows.of(StatedReason.class);
  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  private static final Set<OfficeStatus> WITHOUT_OUTCOME = Set.of(OfficeStatus.REGISTERED, OfficeStatus.TO_BE_ABOLISHED);

  private final JdbcClient jdbc;
  private final ReportingUnits units;
  private final Campaigns campaigns;
  private final CaseFindings findings;
  private final FigureCounts counts;
  private final Clock clock;

  LocalityReports(JdbcClient jdbc, ReportingUnits units, Campaigns campaigns, CaseFindings findings, FigureCounts counts, Clock clock) {
    super(jdbc, LocalityReport.class, "locality_report", "locality-report");
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
    begin(caseNumber, Map.of("campaign", campaign, "unitCode", unitCode));
  }

  /** @return the reports of a campaign by unit */
  public List<LocalityReport> of(String campaign) {
    return select("campaign = ? order by unit_code", campaign).list();
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

  /** Keeps comments on figures, and why offices have no outcome yet, in the place of those before. */
  void comment(String caseNumber, Map<Figure, String> comments, List<StatedReason> reasons) {
    jdbc.sql("delete from locality_report_comment where case_number = ?").param(caseNumber).update();
    comments.forEach((figure, words) -> jdbc.sql("insert into locality_report_comment (case_number, figure, words) values (?, ?, ?)")
        .params(caseNumber, figure.name(), words)
        .update());
    jdbc.sql("delete from locality_report_office where case_number = ?").param(caseNumber).update();
    reasons
        .forEach(reason -> jdbc.sql("insert into locality_report_office (case_number, office_id, reason, expected_on) values (?, ?, ?, ?)")
            .params(caseNumber, reason.officeId(), reason.reason(), reason.expectedOn())
            .update());
  }

  /** The unit has no office and says no more than that (零报告). */
  void writeNothing(String caseNumber) {
    clear(caseNumber, "done", "problems", "nextSteps", "explanation", "hiddenOffices", "referrals", "sanctioned");
    change(caseNumber, Map.of("done", "没有驻省会城市办事机构。"));
    comment(caseNumber, Map.of(), List.of());
  }

  /**
   * Keeps the number that the unit's own registry gave to its 工作总结.
   *
   * @throws RefusedException when another report has it
   */
  void number(String caseNumber, String documentNumber) {
    select("document_number = ? and case_number <> ?", documentNumber, caseNumber).list().stream().findFirst().ifPresent(other -> {
      throw new RefusedException("DOCUMENT_NUMBER_TAKEN",
          "发文字号“%s”已用于“%s”的报告，请核对本单位发文登记后改正。".formatted(documentNumber, nameOf(other.unitCode())), "C20");
    });
    change(caseNumber, Map.of("documentNumber", documentNumber));
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
    LocalityReport report = get(caseNumber);
    Figures now = counts.now().of(offices);
    Figures before = counts.aMonthAgo().of(offices);
    Figures reported = reportedAMonthAgo(caseNumber);
    Map<String, String> comments = new HashMap<>();
    jdbc.sql("select figure, words from locality_report_comment where case_number = ?").param(caseNumber).query(row -> {
      comments.put(row.getString("figure"), row.getString("words"));
    });
    return List.of(Figure.values())
        .stream()
        .map(figure -> new CountedFigure(figure, figure.stated() ? report.stated(figure) : now.of(figure),
            (figure.stated() ? reported : before).of(figure), comments.get(figure.name())))
        .toList();
  }

  /** @return the figures as they are now, as they are added up */
  Figures sumsNow(String caseNumber) {
    return sums(figuresNow(caseNumber));
  }

  /** @return the figures of what had been sent last a month ago; nothing where nothing had */
  private Figures reportedAMonthAgo(String caseNumber) {
    OffsetDateTime then = OffsetDateTime.now(clock).minusMonths(1);
    return versionsOf(caseNumber).stream()
        .filter(version -> !version.sentAt().isAfter(then))
        .reduce((first, last) -> last)
        .map(this::sumsOf)
        .orElse(new Figures(Map.of()));
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
   * @return the version that had been sent last, at a moment, of every report of a campaign, by the report's case; reports of which none
   * had been sent are left out
   */
  public Map<String, ReportVersion> lastVersions(String campaign, OffsetDateTime moment) {
    return jdbc.sql("""
      select v.* from report_version v join locality_report r on r.case_number = v.case_number
      where r.campaign = :campaign
        and v.version = (select max(version) from report_version where case_number = v.case_number and sent_at <= :moment)""")
        .param("campaign", campaign)
        .param("moment", moment)
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

  /** @return the figures of a version in their order; what was not counted yet when it was sent is 0 */
  public List<CountedFigure> figuresOf(ReportVersion version) {
    Map<String, CountedFigure> figures = jdbc.sql("select * from report_figure where case_number = ? and version = ?")
        .params(version.caseNumber(), version.version())
        .query((row, number) -> new CountedFigure(Figure.valueOf(row.getString("figure")), row.getBigDecimal("amount"),
            row.getBigDecimal("month_before"), row.getString("words")))
        .list()
        .stream()
        .collect(Collectors.toMap(figure -> figure.figure().name(), figure -> figure));
    return List.of(Figure.values())
        .stream()
        .map(figure -> figures.getOrDefault(figure.name(), new CountedFigure(figure, NOTHING, NOTHING, null)))
        .toList();
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
      insert into report_version
        (case_number, version, sent_at, days_late, nil, done, problems, next_steps, explanation, findings, document_number, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT')""")
        .params(caseNumber, version, OffsetDateTime.now(clock), Math.max(0, late), isNil(caseNumber), report.done(), report.problems(),
            report.nextSteps(), report.explanation(), found.isEmpty() ? null : found, report.documentNumber())
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
    change(caseNumber, Map.of("acceptedVersion", lastVersion(caseNumber).orElseThrow().version()));
  }

  /** The version that was sent last does not count, or no longer. */
  void takeBack(String caseNumber, ReportVersion.State state, String words) {
    decide(caseNumber, state, words);
    clear(caseNumber, "acceptedVersion");
  }

  private void decide(String caseNumber, ReportVersion.State state, String words) {
    jdbc.sql("update report_version set state = ?, decided_at = ?, words = ? where case_number = ? and version = ?")
        .params(state.name(), OffsetDateTime.now(clock), words, caseNumber, lastVersion(caseNumber).orElseThrow().version())
        .update();
  }

  /** @return the figures of a version as they are added up */
  public Figures sumsOf(ReportVersion version) {
    return sums(figuresOf(version));
  }

  private static Figures sums(List<CountedFigure> figures) {
    return new Figures(figures.stream().collect(Collectors.toMap(CountedFigure::figure, CountedFigure::amount)));
  }

  private static ReportVersion version(ResultSet row, int number) throws SQLException {
    return new ReportVersion(row.getString("case_number"), row.getInt("version"), row.getObject("sent_at", OffsetDateTime.class),
        row.getInt("days_late"), row.getBoolean("nil"), row.getString("done"), row.getString("problems"), row.getString("next_steps"),
        row.getString("explanation"), row.getString("findings"), row.getString("document_number"),
        ReportVersion.State.valueOf(row.getString("state")), row.getObject("decided_at", OffsetDateTime.class), row.getString("words"));
  }
}
