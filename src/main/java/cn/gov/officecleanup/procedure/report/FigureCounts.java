package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the figures of the reports as they stood at any moment (C21): from the history of the register, not from its present rows, so that
 * last month's can be set beside today's and the two ways of counting can be held against each other.
 */
@Repository
public class FigureCounts {

  /** what an office rests on of which the plan asks nothing but management */
  private static final String NO_MEASURE_CLAUSE = "C12";
  /** of which nothing is left to be done */
  private static final Set<Figure> SETTLED = EnumSet.of(Figure.RETAINED, Figure.NO_MEASURE, Figure.MERGED, Figure.ABOLISHED);
  private static final BigDecimal ONE = new BigDecimal("1.00");

  private final Procedures procedures;
  private final JdbcClient jdbc;
  private final Clock clock;

  FigureCounts(Procedures procedures, JdbcClient jdbc, Clock clock) {
    this.procedures = procedures;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The figures of every office at one moment. */
  public static final class Snapshot {

    private final Map<Long, Map<Figure, BigDecimal>> byOffice = new HashMap<>();

    private void add(long officeId, Figure figure, BigDecimal amount) {
      byOffice.computeIfAbsent(officeId, id -> new EnumMap<>(Figure.class)).merge(figure, amount.setScale(2), BigDecimal::add);
    }

    /** @return ids of the offices that a figure of offices counts */
    public Set<Long> countedIn(Figure figure) {
      return byOffice.entrySet()
          .stream()
          .filter(office -> office.getValue().containsKey(figure))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    /** @return the figures of these offices together */
    public Figures of(Collection<Long> officeIds) {
      return Figures.sum(officeIds.stream().filter(byOffice::containsKey).map(byOffice::get).map(Figures::new).toList());
    }
  }

  /** @return what there is now */
  public Snapshot now() {
    return at(OffsetDateTime.now(clock));
  }

  /** @return what there was a month ago */
  public Snapshot aMonthAgo() {
    return at(OffsetDateTime.now(clock).minusMonths(1));
  }

  /** @return what there was at this moment; a set of statements that does not grow with the offices */
  public Snapshot at(OffsetDateTime moment) {
    Snapshot snapshot = new Snapshot();
    countOffices(snapshot, moment);
    countCases(snapshot, moment);
    countLedgers(snapshot, moment);
    countStaff(snapshot, moment);
    countLate(snapshot, moment);
    return snapshot;
  }

  /**
   * How far these offices were at the end of a day.
   *
   * @param before how many there were before the cleanup, as far as they had been entered
   * @param settled of how many of them it was settled what becomes of them, and done
   */
  public record SettledOn(LocalDate day, int before, int settled) {
  }

  /** @return how far the offices were on each day of a period, in one statement; what is of today is as it is now */
  public List<SettledOn> settledBetween(LocalDate first, LocalDate last, Set<Long> officeIds) {
    NavigableMap<LocalDate, Map<Long, Figure>> changes = new TreeMap<>();
    jdbc.sql("""
      select c.office_id, c.status_to, c.clause, c.changed_at from office_status_change c join office o on o.id = c.office_id
      where not o.newly_established order by c.id""").query(row -> {
      if (officeIds.contains(row.getLong("office_id"))) {
        OfficeStatus status = OfficeStatus.valueOf(row.getString("status_to"));
        changes
            .computeIfAbsent(row.getObject("changed_at", OffsetDateTime.class).atZoneSameInstant(clock.getZone()).toLocalDate(),
                day -> new HashMap<>())
            .put(row.getLong("office_id"), status == OfficeStatus.WITHDRAWN ? null : figureOf(status, row.getString("clause")));
      }
    });
    Map<Long, Figure> known = new HashMap<>();
    changes.headMap(first, false).values().forEach(known::putAll);
    List<SettledOn> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      known.putAll(changes.getOrDefault(day, Map.of()));
      List<Figure> counted = known.values().stream().filter(Objects::nonNull).toList();
      days.add(new SettledOn(day, counted.size(), (int) counted.stream().filter(SETTLED::contains).count()));
    }
    return days;
  }

  private void countOffices(Snapshot snapshot, OffsetDateTime moment) {
    jdbc.sql("""
      select o.id, o.newly_established, o.approval_document, c.status_to, c.clause
      from office o join office_status_change c on c.office_id = o.id
      where c.id = (select max(id) from office_status_change where office_id = o.id and changed_at <= ?) and c.status_to <> 'WITHDRAWN'""")
        .param(moment)
        .query(row -> {
          long office = row.getLong("id");
          OfficeStatus status = OfficeStatus.valueOf(row.getString("status_to"));
          if (row.getBoolean("newly_established")) {
            snapshot.add(office, Figure.ESTABLISHED, ONE);
          } else {
            snapshot.add(office, Figure.BEFORE, ONE);
            snapshot.add(office, figureOf(status, row.getString("clause")), ONE);
            if (row.getString("approval_document") == null) {
              snapshot.add(office, Figure.UNAPPROVED, ONE);
            }
          }
          if (status.standing()) {
            snapshot.add(office, Figure.STANDING, ONE);
          }
        });
  }

  /** @return the figure that counts offices of this status, which rests on a clause of the plan */
  static Figure figureOf(OfficeStatus status, String clause) {
    return switch (status) {
      case REGISTERED -> Figure.PENDING;
      case RETAINED -> NO_MEASURE_CLAUSE.equals(clause) ? Figure.NO_MEASURE : Figure.RETAINED;
      case ESTABLISHED -> Figure.ESTABLISHED;
      case TO_BE_ABOLISHED -> Figure.TO_BE_ABOLISHED;
      case ABOLISHED -> Figure.ABOLISHED;
      case MERGED -> Figure.MERGED;
      case WITHDRAWN -> throw new IllegalArgumentException("an office of which the registration was taken back is in no figure");
    };
  }

  private void countCases(Snapshot snapshot, OffsetDateTime moment) {
    jdbc.sql("""
      select office_id, procedure_key, count(*) as cases from case_file
      where office_id is not null and procedure_key in (:counted)
        and opened_at <= :moment and (closed_at is null or closed_at > :moment) group by office_id, procedure_key""")
        .param("counted", procedures.keys(procedure -> procedure.countedAs() != null))
        .param("moment", moment)
        .query(row -> {
          snapshot.add(row.getLong("office_id"), Figure.valueOf(procedures.of(row.getString("procedure_key")).countedAs()),
              row.getBigDecimal("cases"));
        });
  }

  private void countLedgers(Snapshot snapshot, OffsetDateTime moment) {
    jdbc.sql("""
      select h.office_id, e.step, count(*) as entries, sum(e.amount) as amount from ledger_entry e
      join ledger_head h on h.case_number = e.case_number where e.recorded_at <= ? and h.released = 0
      group by h.office_id, e.step""").param(moment).query(row -> {
      long office = row.getLong("office_id");
      switch (LedgerStep.valueOf(row.getString("step"))) {
        case FROZEN, SURPLUS -> {
          snapshot.add(office, Figure.ASSETS_FROZEN, entries(row));
          snapshot.add(office, Figure.VALUE_FROZEN, row.getBigDecimal("amount"));
        }
        case VALUE_CORRECTED -> snapshot.add(office, Figure.VALUE_FROZEN, row.getBigDecimal("amount"));
        case RECEIVED -> snapshot.add(office, Figure.RECEIVED, row.getBigDecimal("amount"));
        case DISPOSED -> {
          snapshot.add(office, Figure.ASSETS_DISPOSED, entries(row));
          snapshot.add(office, Figure.VALUE_DISPOSED, row.getBigDecimal("amount"));
        }
        default -> {
        }
      }
    });
  }

  private static BigDecimal entries(ResultSet row) throws SQLException {
    return row.getBigDecimal("entries");
  }

  private void countStaff(Snapshot snapshot, OffsetDateTime moment) {
    jdbc.sql("""
      select f.office_id, count(*) as people, sum(case when s.outcome_on <= :day then 1 else 0 end) as placed
      from staff_member s join case_file f on f.case_number = s.abolition_case where f.opened_at <= :moment group by f.office_id""")
        .param("day", moment.atZoneSameInstant(clock.getZone()).toLocalDate())
        .param("moment", moment)
        .query(row -> {
          snapshot.add(row.getLong("office_id"), Figure.STAFF, row.getBigDecimal("people"));
          snapshot.add(row.getLong("office_id"), Figure.PLACED, row.getBigDecimal("placed"));
        });
  }

  private void countLate(Snapshot snapshot, OffsetDateTime moment) {
    jdbc.sql("""
      select f.office_id, count(distinct e.subject) as late from escalation e join case_file f on f.case_number = e.case_number
      where e.kind = 'MISS' and f.office_id is not null and e.noted_at <= :moment and (e.closed_at is null or e.closed_at > :moment)
        and not f.confided group by f.office_id""").param("moment", moment).query(row -> {
      snapshot.add(row.getLong("office_id"), Figure.LATE, row.getBigDecimal("late"));
    });
  }
}
