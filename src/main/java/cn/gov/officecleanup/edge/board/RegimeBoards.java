package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.edge.board.RegimeBoard.State;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.appraisal.Grade;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the board of the offices that stay. Its SQL statements do not grow with them. */
@Service
@Transactional(readOnly = true)
public class RegimeBoards {

  /** how many of the last years' grades are told */
  private static final int YEARS_OF_GRADES = 3;
  private static final int SOON_DAYS = 90;

  private final OfficeRegister register;
  private final ReportingUnits units;
  private final JdbcClient jdbc;
  private final Clock clock;

  RegimeBoards(OfficeRegister register, ReportingUnits units, JdbcClient jdbc, Clock clock) {
    this.register = register;
    this.units = units;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is known of an office and a year, or of an office and one of its entities or postings.
   *
   * @param grade decided; null where none is
   * @param day on which it was done; null where it is not
   * @param by last day on which it is to be done; null where there is none
   */
  private record Known(long officeId, int year, String grade, LocalDate day, LocalDate by) {

    static Known of(ResultSet row, int number) throws SQLException {
      return new Known(row.getLong("office_id"), row.getInt("told_year"), row.getString("grade"), row.getObject("done_on", LocalDate.class),
          row.getObject("due_on", LocalDate.class));
    }

    boolean missed(LocalDate today) {
      return by != null && (day == null ? today : day).isAfter(by);
    }
  }

  /** @return the board with the offices that this official may see: whose office reaches over the province all, others their unit's */
  public RegimeBoard of(Official official) {
    LocalDate today = LocalDate.now(clock);
    OffsetDateTime now = OffsetDateTime.now(clock).atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    int year = today.getYear();
    Map<String, String> seen = units.all()
        .stream()
        .filter(unit -> Boards.maySee(official, unit))
        .collect(Collectors.toMap(ReportingUnit::code, ReportingUnit::name));
    Map<Long, String> unitOf = units.codesByOffice(now);
    Map<Long, List<Known>> appraisals = byOffice("""
      select office_id, appraised_year told_year, decided_grade grade, decided_on done_on, result_by due_on from appraisal
      where appraised_year between ? and ? order by appraised_year desc""", year - YEARS_OF_GRADES, year - 1);
    Map<Long, List<Known>> disclosures = byOffice("""
      select office_id, disclosed_year told_year, null grade, publish_by due_on, (select min(published_on) from disclosure_version v
        where v.office_id = d.office_id and v.disclosed_year = d.disclosed_year and v.state <> 'WITHDRAWN') done_on
      from disclosure d where corrects is null and disclosed_year = ?""", year - 1);
    Map<Long, List<Known>> entities = byOffice("""
      select office_id, 0 told_year, null grade, parted_on done_on, part_by due_on from office_business_entity
      order by case when part_by is null then 1 else 0 end, part_by""");
    Map<Long, List<Known>> terms = byOffice("""
      select f.office_id, 0 told_year, null grade, ended_on done_on, ends_on due_on from posting p
      join case_file f on f.case_number = p.case_number where entered and ended_on is null and ends_on is not null order by ends_on""");
    Map<Long, BigDecimal> budgets = sums(
        "select office_id, sum(amount) amount from reception_budget_entry where budget_year = ? group by office_id", year);
    Map<Long, BigDecimal> paid = sums("""
      select f.office_id, sum(kept) amount from reception_payment_kept p join case_file f on f.case_number = p.case_number
      where paid_on between ? and ? group by f.office_id""", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    Map<Long, Integer> late = late();
    return new RegimeBoard(now, year, register.all()
        .stream()
        .filter(office -> office.status().stays() && seen.containsKey(unitOf.get(office.id())))
        .map(office -> new RegimeBoard.Row(office.registerNumber(), office.name(), seen.get(unitOf.get(office.id())),
            late.getOrDefault(office.id(), 0), grades(of(appraisals, office.id()), today), disclosed(of(disclosures, office.id()), today),
            parted(of(entities, office.id()), today), rotating(of(terms, office.id()), today), budgets.get(office.id()),
            paid.getOrDefault(office.id(), BigDecimal.ZERO.setScale(2))))
        .toList());
  }

  private static List<Known> of(Map<Long, List<Known>> known, long officeId) {
    return known.getOrDefault(officeId, List.of());
  }

  private Map<Long, List<Known>> byOffice(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Known::of).list().stream().collect(Collectors.groupingBy(Known::officeId));
  }

  private Map<Long, BigDecimal> sums(String sql, Object... parameters) {
    return jdbc.sql(sql)
        .params(parameters)
        .query((row, number) -> Map.entry(row.getLong("office_id"), row.getBigDecimal("amount")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Long, Integer> late() {
    return jdbc.sql("""
      select f.office_id, count(distinct e.subject) late from escalation e join case_file f on f.case_number = e.case_number
      where e.kind = 'MISS' and e.closed_at is null and f.office_id is not null and not f.confided group by f.office_id""")
        .query((row, number) -> Map.entry(row.getLong("office_id"), row.getInt("late")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static State grades(List<Known> years, LocalDate today) {
    return told(years, year -> {
      boolean below = Grade.UNQUALIFIED.name().equals(year.grade);
      return year.grade == null
          ? new State("%d年度应于%s前通知结果%s".formatted(year.year, InWords.day(year.by), late(year, today)), year.missed(today))
          : new State("%d年度%s".formatted(year.year, Grade.valueOf(year.grade).label()), below);
    });
  }

  private static State disclosed(List<Known> years, LocalDate today) {
    return told(years, year -> new State(year.day == null ? "%d年度应于%s前公布%s".formatted(year.year, InWords.day(year.by), late(year, today))
        : "%d年度已于%s公布%s".formatted(year.year, InWords.day(year.day), late(year, today)), year.missed(today)));
  }

  private static State parted(List<Known> entities, LocalDate today) {
    List<Known> left = entities.stream().filter(entity -> entity.day == null).toList();
    if (left.isEmpty()) {
      return new State(entities.isEmpty() ? "没有实体" : "%d个均已脱钩".formatted(entities.size()), false);
    }
    Known next = left.get(0);
    return new State(
        "%d个尚未脱钩%s".formatted(left.size(), next.by == null ? "" : "，应于%s前脱钩%s".formatted(InWords.day(next.by), late(next, today))),
        next.missed(today));
  }

  private static State rotating(List<Known> terms, LocalDate today) {
    List<Known> soon = terms.stream().filter(term -> !term.by.isAfter(today.plusDays(SOON_DAYS))).toList();
    return soon.isEmpty() ? new State(terms.isEmpty() ? "没有登记任职" : "最早%s到期".formatted(InWords.day(terms.get(0).by)), false)
        : new State("%d人应轮换，最早%s到期%s".formatted(soon.size(), InWords.day(soon.get(0).by), late(soon.get(0), today)),
            soon.get(0).missed(today));
  }

  private static String late(Known known, LocalDate today) {
    return known.missed(today) ? "（逾期）" : "";
  }

  private static State told(Collection<Known> known, Function<Known, State> state) {
    List<State> states = known.stream().map(state).toList();
    return states.isEmpty() ? State.NOTHING
        : new State(states.stream().map(State::told).collect(Collectors.joining("；")), states.stream().anyMatch(State::urgent));
  }
}
