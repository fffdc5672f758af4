package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the years that were loaded. They are read anew every half minute, so that all processes on the same database follow. */
@Repository
public class CalendarDays implements LoadedYears {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);

  private record Read(Map<Integer, Map<LocalDate, Boolean>> years, long at) {
  }

  private final JdbcClient jdbc;
  private volatile Read last;

  CalendarDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a year's days in the place of those loaded before. */
  public void replace(int year, Map<LocalDate, Boolean> days, Map<LocalDate, String> names, String source) {
    jdbc.sql("delete from calendar_day where arrangement_year = ?").param(year).update();
    days.forEach(
        (day, worked) -> jdbc.sql("insert into calendar_day (arrangement_year, calendar_day, worked, name, source) values (?, ?, ?, ?, ?)")
            .params(year, day, worked, names.get(day), source)
            .update());
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        last = null;
      }
    });
  }

  @Override
  public Map<Integer, Map<LocalDate, Boolean>> byYear() {
    Read read = last;
    if (read == null || System.nanoTime() - read.at > FRESH_NANOS) {
      read = new Read(read(), System.nanoTime());
      last = read;
    }
    return read.years;
  }

  private Map<Integer, Map<LocalDate, Boolean>> read() {
    Map<Integer, Map<LocalDate, Boolean>> years = new TreeMap<>();
    jdbc.sql("select arrangement_year, calendar_day, worked from calendar_day").query(row -> {
      years.computeIfAbsent(row.getInt("arrangement_year"), year -> new TreeMap<>())
          .put(row.getObject("calendar_day", LocalDate.class), row.getBoolean("worked"));
    });
    return years;
  }
}
