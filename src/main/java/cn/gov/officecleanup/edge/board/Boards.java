package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.mechanism.procedures.Procedure.CaseOf;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.platform.ProcedureNames;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.FigureCounts;
import cn.gov.officecleanup.procedure.report.Figures;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.ReportVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the board (C20, C21) from the figures of the reports, so that it says the same as they do. Its SQL statements do not grow with the
 * units, offices or cases.
 */
@Service
@Transactional(readOnly = true)
public class Boards {

  /** most cases of a unit that are listed, the newest first */
  static final int MOST_CASES = 200;

  private final ReportingUnits units;
  private final Campaigns campaigns;
  private final LocalityReports reports;
  private final FigureCounts counts;
  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Officials officials;
  private final Procedures procedures;
  private final ProcedureNames names;
  private final HistoryService history;
  private final JdbcClient jdbc;
  private final Clock clock;

  Boards(ReportingUnits units, Campaigns campaigns, LocalityReports reports, FigureCounts counts, AssetLedger ledger, CaseFiles cases,
      CaseReading reading, Officials officials, Procedures procedures, ProcedureNames names, @Lazy HistoryService history, JdbcClient jdbc,
      Clock clock) {
    this.units = units;
    this.campaigns = campaigns;
    this.reports = reports;
    this.counts = counts;
    this.ledger = ledger;
    this.cases = cases;
    this.reading = reading;
    this.officials = officials;
    this.procedures = procedures;
    this.names = names;
    this.history = history;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return the board with the rows that this official may see: those whose office reaches over the province all, those of a unit their own
   */
  public Board of(Official official) {
    Optional<Campaign> campaign = campaigns.last();
    Map<String, List<Office>> offices = units.officesByUnit();
    FigureCounts.Snapshot now = counts.now();
    Map<String, Integer> supervisions = openSupervisions();
    Set<Long> unbalanced = ledger.unbalancedOffices();
    Map<String, LocalityReport> reported = campaign.map(Campaign::caseNumber)
        .map(reports::of)
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(LocalityReport::unitCode, Function.identity()));
    Map<String, ReportVersion> sent = campaign.map(Campaign::caseNumber).map(reports::lastVersions).orElse(Map.of());
    Integer daysLeft = campaign.map(running -> (int) ChronoUnit.DAYS.between(LocalDate.now(clock), running.reportDeadline())).orElse(null);

    List<Board.Row> rows = units.all().stream().filter(unit -> maySee(official, unit)).map(unit -> {
      List<Long> own = offices.getOrDefault(unit.code(), List.of()).stream().map(Office::id).toList();
      Optional<LocalityReport> report = Optional.ofNullable(reported.get(unit.code()));
      Board.Counts counted = counts(now.of(own), supervisions.getOrDefault(unit.code(), 0),
          (int) own.stream().filter(unbalanced::contains).count());
      return new Board.Row(unit.code(), unit.name(), counted, stage(report, sent),
          report.isPresent() && report.get().acceptedVersion() == null && daysLeft < 0);
    }).toList();
    return new Board(OffsetDateTime.now(clock), campaign.map(Campaign::name).orElse(null),
        campaign.map(Campaign::cleanupDeadline).orElse(null), campaign.map(Campaign::reportDeadline).orElse(null), daysLeft, rows,
        Board.Counts.sum(rows.stream().map(Board.Row::counts).toList()));
  }

  /** @return the cases of a unit that this official may read, the newest first; empty for a unit of others */
  public List<UnitCase> casesOf(String unitCode, Official official) {
    Optional<ReportingUnit> unit = units.all()
        .stream()
        .filter(found -> found.code().equals(unitCode) && maySee(official, found))
        .findFirst();
    if (unit.isEmpty()) {
      return List.of();
    }
    List<CaseFile> found = cases.newestOf(units.governmentsOf(unit.get()), departmentOf(unit.get()), MOST_CASES)
        .stream()
        .filter(file -> procedures.of(file.procedureKey()).caseOf() != CaseOf.BUREAU && reading.mayRead(official, file))
        .toList();
    return officials.asApplication(() -> {
      Map<String, String> titles = names.all();
      Map<String, String> instances = instancesOf(found);
      return found.stream()
          .map(file -> new UnitCase(file.caseNumber(), file.title(), titles.getOrDefault(file.procedureKey(), file.procedureKey()),
              instances.get(file.caseNumber() + file.procedureKey()), file.openedAt(), file.closedAt()))
          .toList();
    });
  }

  /** The general office's cases are the provincial government's own. */
  private static String departmentOf(ReportingUnit unit) {
    return ProvincialDepartments.GENERAL_OFFICE.equals(unit.department()) ? null : unit.department();
  }

  private Map<String, String> instancesOf(List<CaseFile> found) {
    return found.isEmpty() ? Map.of()
        : history.createHistoricProcessInstanceQuery()
            .unfinished()
            .processInstanceBusinessKeyIn(found.stream().map(CaseFile::caseNumber).toArray(String[]::new))
            .list()
            .stream()
            .collect(Collectors.toMap(instance -> instance.getBusinessKey() + instance.getProcessDefinitionKey(),
                HistoricProcessInstance::getId, (one, other) -> one));
  }

  private static boolean maySee(Official official, ReportingUnit unit) {
    return unit.department() == null ? official.mayRead(unit.governmentCode()) : official.mayReadOfDepartment(unit.department());
  }

  private static Board.Counts counts(Figures figures, int supervisions, int unbalanced) {
    return new Board.Counts(figures.count(Figure.BEFORE), figures.count(Figure.PENDING), figures.count(Figure.RETAINED),
        figures.count(Figure.NO_MEASURE), figures.count(Figure.TO_BE_ABOLISHED), figures.count(Figure.ABOLISHED),
        figures.count(Figure.MERGED), figures.count(Figure.ESTABLISHED), figures.count(Figure.LATE), supervisions, unbalanced);
  }

  private static String stage(Optional<LocalityReport> report, Map<String, ReportVersion> sent) {
    return report.map(open -> Optional.ofNullable(sent.get(open.caseNumber()))
        .map(version -> "%s，%s".formatted(version.sending(), version.state().label()))
        .orElse("未报送")).orElse("尚未开启");
  }

  /** @return how many 督办 are open about the cases of each unit */
  private Map<String, Integer> openSupervisions() {
    Map<String, String> codes = units.codesByGovernment();
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("""
      select f.government_code, f.department, count(distinct e.supervision_id) as supervisions from escalation e
      join case_file f on f.case_number = e.case_number
      where e.kind = 'MISS' and e.closed_at is null and e.supervision_id is not null and f.procedure_key not in (:ofTheBureau)
      group by f.government_code, f.department""")
        .param("ofTheBureau", procedures.keys(procedure -> procedure.caseOf() == CaseOf.BUREAU))
        .query(row -> {
          String government = row.getString("government_code");
          String department = row.getString("department");
          open.merge(department == null ? codes.get(government) : government + department, row.getInt("supervisions"), Integer::sum);
        });
    return open;
  }
}
