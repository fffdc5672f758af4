package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.edge.board.Situation.LateWork;
import cn.gov.officecleanup.edge.search.ListedRow;
import cn.gov.officecleanup.edge.search.WorkList.Light;
import cn.gov.officecleanup.edge.search.WorkLists;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.procedures.Procedure.CaseOf;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.procedure.report.FigureCounts;
import cn.gov.officecleanup.procedure.report.FigureCounts.SettledOn;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.ReportVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the board (C20, C21) of now and of the end of any past day. Offices are counted as the reports count them, so that it says the same
 * as they do; late work is all that is late in a unit's cases, that about its report as well. Its SQL statements do not grow with the
 * units, offices or cases.
 */
@Service
@Transactional(readOnly = true)
public class Boards {

  /** most cases of a unit that are listed, the newest first */
  static final int MOST_CASES = 200;
  /** the last moment of a day that a database tells apart from the next */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

  private final ReportingUnits units;
  private final Campaigns campaigns;
  private final LocalityReports reports;
  private final FigureCounts counts;
  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final WorkLists lists;
  private final GroupNames groups;
  private final Procedures procedures;
  private final Province province;
  private final ProvinceMap map;
  private final JdbcClient jdbc;
  private final Clock clock;

  Boards(ReportingUnits units, Campaigns campaigns, LocalityReports reports, FigureCounts counts, OfficeRegister register,
      AssetLedger ledger, CaseFiles cases, CaseReading reading, WorkLists lists, GroupNames groups, Procedures procedures,
      Province province, ProvinceMap map, JdbcClient jdbc, Clock clock) {
    this.units = units;
    this.campaigns = campaigns;
    this.reports = reports;
    this.counts = counts;
    this.register = register;
    this.ledger = ledger;
    this.cases = cases;
    this.reading = reading;
    this.lists = lists;
    this.groups = groups;
    this.procedures = procedures;
    this.province = province;
    this.map = map;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * When something is looked at.
   *
   * @param day the past day; null for now
   */
  private record Moment(LocalDate day, OffsetDateTime at) {

    boolean isNow() {
      return day == null;
    }

    LocalDate date() {
      return at.toLocalDate();
    }
  }

  /**
   * @param day a past day, as of whose end it is told; null for now
   * @throws RefusedException for a day that is not past, or of which there are no records
   */
  private Moment moment(LocalDate day, Optional<LocalDate> firstDay) {
    ZoneId zone = clock.getZone();
    if (day == null) {
      return new Moment(null, OffsetDateTime.now(clock).atZoneSameInstant(zone).toOffsetDateTime());
    }
    if (!day.isBefore(LocalDate.now(clock))) {
      throw new RefusedException("DAY_NOT_PAST", "%s还没有结束，请选择今天以前的日期；今天的情况请选“现在”。".formatted(InWords.day(day)), "C21");
    }
    if (firstDay.isEmpty() || day.isBefore(firstDay.get())) {
      throw new RefusedException("DAY_WITHOUT_RECORDS",
          firstDay.map(first -> "登记册自%s起才有记录，请选择这一天或者以后的日期。".formatted(InWords.day(first))).orElse("登记册中还没有机构，没有可以回看的日期。"), "C21");
    }
    return new Moment(day, day.atTime(END_OF_DAY).atZone(zone).toOffsetDateTime());
  }

  private Optional<LocalDate> firstDay() {
    return register.firstEntry().map(first -> first.atZoneSameInstant(clock.getZone()).toLocalDate());
  }

  /**
   * @param day a past day, as of whose end it is told; null for now
   * @return the board with the rows that this official may see: those whose office reaches over the province all, those of a unit their own
   * @throws RefusedException for a day that is not past, or of which there are no records
   */
  public Board of(Official official, LocalDate day) {
    Optional<LocalDate> firstDay = firstDay();
    Moment moment = moment(day, firstDay);
    Optional<Campaign> campaign = campaignAt(moment);
    Situation situation = situationAt(moment);
    Map<String, LocalityReport> reported = campaign.map(Campaign::caseNumber)
        .map(reports::of)
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(LocalityReport::unitCode, Function.identity()));
    Map<String, ReportVersion> sent = campaign.map(Campaign::caseNumber)
        .map(number -> reports.lastVersions(number, moment.at))
        .orElse(Map.of());
    Integer daysLeft = campaign.map(running -> (int) ChronoUnit.DAYS.between(moment.date(), running.reportDeadline())).orElse(null);
    List<ReportingUnit> seen = seenBy(official, situation);
    List<Board.Row> rows = seen.stream().map(unit -> {
      Optional<LocalityReport> report = Optional.ofNullable(reported.get(unit.code()));
      Optional<ReportVersion> version = report.map(LocalityReport::caseNumber).map(sent::get);
      boolean outstanding = report.isPresent() && (moment.isNow() ? report.get().acceptedVersion() == null : version.isEmpty());
      ProvinceMap.Tile tile = map.tileOf(unit.code());
      return new Board.Row(unit.code(), unit.name(), ProvinceMap.shortName(unit.name(), province.name()), tile.column(), tile.line(),
          Board.Counts.of(figure -> situation.count(figure, unit.code()), moment.isNow()), stage(report, version, moment),
          outstanding && daysLeft < 0);
    }).toList();
    return new Board(moment.at, day, firstDay.orElse(null), campaign.map(Campaign::name).orElse(null),
        campaign.map(Campaign::cleanupDeadline).orElse(null), campaign.map(Campaign::reportDeadline).orElse(null), daysLeft, rows,
        Board.Counts.of(figure -> seen.stream().mapToInt(unit -> situation.count(figure, unit.code())).sum(), moment.isNow()),
        campaign.map(running -> course(running, moment, situation, seen)).orElse(List.of()));
  }

  /**
   * @param unitCode null for all units
   * @param day as of the board
   * @return those that a figure of the board counts, as far as this official may see them; as many as it says
   * @throws RefusedException for a day that is not past, or of which there are no records
   */
  public List<CountedItem> countedIn(BoardFigure figure, String unitCode, LocalDate day, Official official) {
    Moment moment = moment(day, firstDay());
    Situation situation = situationAt(moment);
    List<ReportingUnit> asked = seenBy(official, situation).stream()
        .filter(unit -> unitCode == null || unit.code().equals(unitCode))
        .toList();
    Map<Long, String> unitNames = new LinkedHashMap<>();
    asked.forEach(unit -> situation.offices(figure, unit.code()).forEach(office -> unitNames.put(office, unit.name())));
    List<CountedItem> found = new ArrayList<>(officesOf(unitNames, situation, official));
    asked.forEach(unit -> found.addAll(workOf(situation.work(figure, unit.code()), unit, official)));
    return found;
  }

  private List<CountedItem> officesOf(Map<Long, String> unitNames, Situation situation, Official official) {
    List<CaseFile> files = cases.latestOf(unitNames.keySet(), procedures.keys(procedure -> !procedure.isAboutAPerson()))
        .stream()
        .filter(file -> reading.mayRead(official, file))
        .toList();
    Map<Long, ListedRow> rows = new HashMap<>();
    List<ListedRow> listed = lists.of(files);
    for (int i = 0; i < files.size(); i++) {
      rows.put(files.get(i).officeId(), listed.get(i));
    }
    List<String> order = List.copyOf(unitNames.values());
    return register.all(unitNames.keySet())
        .stream()
        .sorted(Comparator.comparing(office -> order.indexOf(unitNames.get(office.id()))))
        .map(office -> {
          Optional<ListedRow> row = Optional.ofNullable(rows.get(office.id()));
          return new CountedItem(unitNames.get(office.id()), office.registerNumber(), office.name(),
              situation.statusOf(office.id()).orElse(null), row.map(ListedRow::caseNumber).orElse(null),
              row.map(ListedRow::title).orElse(null), row.map(ListedRow::step).orElse(null), row.map(ListedRow::holder).orElse(null),
              row.map(ListedRow::lastDay).orElse(null), row.map(ListedRow::light).filter(Light.LATE::equals).isPresent());
        })
        .toList();
  }

  private List<CountedItem> workOf(List<LateWork> work, ReportingUnit unit, Official official) {
    Map<String, CaseFile> files = cases.byNumber(work.stream().map(LateWork::caseNumber).toList());
    Map<Long, Office> offices = register.all(work.stream().map(LateWork::officeId).filter(Objects::nonNull).toList())
        .stream()
        .collect(Collectors.toMap(Office::id, Function.identity()));
    Map<String, String> names = groups.namesOf(work.stream().map(LateWork::lateGroup).filter(Objects::nonNull).distinct().toList());
    return work.stream().map(late -> {
      // of a case about a person who may not read it learns that something in it is late, not who it is about
      Optional<CaseFile> file = Optional.of(files.get(late.caseNumber())).filter(found -> reading.mayRead(official, found));
      Optional<Office> office = Optional.ofNullable(late.officeId()).map(offices::get);
      return new CountedItem(unit.name(), office.map(Office::registerNumber).orElse(null), office.map(Office::name).orElse(null), null,
          file.map(CaseFile::caseNumber).orElse(null), file.map(CaseFile::title).orElse(null), late.stepName(),
          late.lateGroup() == null ? null : names.get(late.lateGroup()), late.lastDay(), true);
    }).toList();
  }

  /** @return the cases of a unit that this official may read, the newest first; empty for a unit of others */
  public List<ListedRow> casesOf(String unitCode, Official official) {
    return units.all()
        .stream()
        .filter(unit -> unit.code().equals(unitCode) && maySee(official, unit))
        .findFirst()
        .map(unit -> lists.of(cases.newestOf(units.governmentsOf(unit), departmentOf(unit), MOST_CASES)
            .stream()
            .filter(file -> procedures.of(file.procedureKey()).caseOf() != CaseOf.BUREAU && reading.mayRead(official, file))
            .toList()))
        .orElse(List.of());
  }

  /** The general office's cases are the provincial government's own. */
  private static String departmentOf(ReportingUnit unit) {
    return ProvincialDepartments.GENERAL_OFFICE.equals(unit.department()) ? null : unit.department();
  }

  /** Those that report now, and what a past day counts for others. */
  private List<ReportingUnit> seenBy(Official official, Situation situation) {
    List<ReportingUnit> all = new ArrayList<>(units.all());
    Set<String> known = all.stream().map(ReportingUnit::code).collect(Collectors.toSet());
    situation.units().stream().filter(code -> !known.contains(code)).sorted().map(units::get).forEach(all::add);
    return all.stream().filter(unit -> maySee(official, unit)).toList();
  }

  static boolean maySee(Official official, ReportingUnit unit) {
    return unit.department() == null ? official.mayRead(unit.governmentCode()) : official.mayReadOfDepartment(unit.department());
  }

  private Optional<Campaign> campaignAt(Moment moment) {
    return campaigns.last().filter(campaign -> !cases.get(campaign.caseNumber()).openedAt().isAfter(moment.at));
  }

  private List<SettledOn> course(Campaign campaign, Moment moment, Situation situation, List<ReportingUnit> seen) {
    LocalDate begun = cases.get(campaign.caseNumber()).openedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
    return counts.settledBetween(begun, moment.date(),
        seen.stream().flatMap(unit -> situation.offices(BoardFigure.BEFORE, unit.code()).stream()).collect(Collectors.toSet()));
  }

  private static String stage(Optional<LocalityReport> report, Optional<ReportVersion> sent, Moment moment) {
    if (report.isEmpty()) {
      return "尚未开启";
    }
    // what the bureau had decided on a version, and took back since, is not kept: of a past day it is told what had been sent
    return sent.map(version -> moment.isNow() ? "%s，%s".formatted(version.sending(), version.state().label()) : "已报" + version.sending())
        .orElse("未报送");
  }

  private Situation situationAt(Moment moment) {
    FigureCounts.Snapshot snapshot = counts.at(moment.at);
    Map<BoardFigure, Set<Long>> counted = new EnumMap<>(BoardFigure.class);
    for (BoardFigure figure : BoardFigure.values()) {
      counted.put(figure, figure.figures().stream().flatMap(part -> snapshot.countedIn(part).stream()).collect(Collectors.toSet()));
    }
    if (moment.isNow()) {
      counted.put(BoardFigure.UNBALANCED, ledger.unbalancedOffices());
    }
    return new Situation(counted, units.codesByOffice(moment.at), lateAt(moment.at));
  }

  private List<LateWork> lateAt(OffsetDateTime moment) {
    Map<String, String> codes = units.codesByGovernment();
    return jdbc.sql("""
      select e.subject, e.case_number, e.step_name, e.late_group, e.due_at, e.supervision_id, f.office_id, f.government_code, f.department
      from escalation e join case_file f on f.case_number = e.case_number
      where e.kind = 'MISS' and e.noted_at <= :moment and (e.closed_at is null or e.closed_at > :moment)
        and f.procedure_key not in (:ofTheBureau) and not f.confided order by e.due_at, e.id""")
        .param("moment", moment)
        .param("ofTheBureau", procedures.keys(procedure -> procedure.caseOf() == CaseOf.BUREAU))
        .query((row, number) -> {
          String government = row.getString("government_code");
          String department = row.getString("department");
          return new LateWork(row.getString("subject"), row.getString("case_number"), row.getObject("office_id", Long.class),
              row.getString("step_name"), row.getString("late_group"),
              row.getObject("due_at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toLocalDate(),
              row.getString("supervision_id"), department == null ? codes.get(government) : government + department);
        })
        .list();
  }
}
