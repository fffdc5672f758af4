package cn.gov.officecleanup.mechanism.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every arrangement of a year's working days that was ever loaded, in order; the last of a year counts. What counts now is read anew every
 * half minute, so that all processes on the same database follow.
 */
@Repository
class CalendarLoads implements LoadedYears {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Where an arrangement came from: with the application or a file of the configuration, or from an official. */
  enum Origin {
    FILE,
    TASKLIST
  }

  private record Read(Map<Integer, Map<LocalDate, Boolean>> years, long at) {
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Read last;

  CalendarLoads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return id of the load, higher than those of all loads before */
  long add(Origin origin, int year, Map<LocalDate, Boolean> days, Map<LocalDate, String> names, String source) {
    var key = new GeneratedKeyHolder();
    jdbc.sql("insert into calendar_load (arrangement_year, origin, source, loaded_at) values (?, ?, ?, ?)")
        .params(year, origin.name(), source, OffsetDateTime.now(clock))
        .update(key, "id");
    long load = key.getKeyAs(Long.class);
    days.forEach((day, worked) -> jdbc.sql("insert into loaded_day (load_id, calendar_day, worked, name) values (?, ?, ?, ?)")
        .params(load, day, worked, names.getOrDefault(day, ""))
        .update());
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          last = null;
        }
      });
    }
    return load;
  }

  @Override
  public Map<Integer, Map<LocalDate, Boolean>> byYear() {
    Read read = last;
    if (read == null || System.nanoTime() - read.at > FRESH_NANOS) {
      read = new Read(of(Origin.TASKLIST, Long.MAX_VALUE), System.nanoTime());
      last = read;
    }
    return read.years;
  }

  /** @return by year what counted once this load was done */
  Map<Integer, Map<LocalDate, Boolean>> asOf(long load) {
    Map<Integer, Map<LocalDate, Boolean>> years = new HashMap<>(of(Origin.FILE, load));
    years.putAll(of(Origin.TASKLIST, load));
    return years;
  }

  /** @return by year its last arrangement of this origin up to a load */
  Map<Integer, Map<LocalDate, Boolean>> of(Origin origin, long load) {
    Map<Integer, Map<LocalDate, Boolean>> years = new TreeMap<>();
    jdbc.sql("""
      select l.arrangement_year, d.calendar_day, d.worked from calendar_load l join loaded_day d on d.load_id = l.id
      where l.origin = :origin and l.id = (select max(o.id) from calendar_load o
        where o.arrangement_year = l.arrangement_year and o.origin = l.origin and o.id <= :load)""")
        .param("origin", origin.name())
        .param("load", load)
        .query(row -> {
          years.computeIfAbsent(row.getInt("arrangement_year"), year -> new TreeMap<>())
              .put(row.getObject("calendar_day", LocalDate.class), row.getBoolean("worked"));
        });
    return years;
  }
}
