package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When whole cases are due, by their process instance. */
@Repository
class CaseDeadlines {

  private static final RowMapper<Row> ROWS = RecordRows.of(Row.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseDeadlines(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return when the case is due that this process instance carries; empty where it has no term or has ended */
  public Optional<Date> dueOf(String processInstanceId) {
    return jdbc.sql("select due_at from case_deadline where process_instance_id = :id and ended_at is null")
        .param("id", processInstanceId)
        .query(OffsetDateTime.class)
        .optional()
        .map(due -> Date.from(due.toInstant()));
  }

  /**
   * A term of a case as it is kept.
   *
   * @param begunAt null for terms of older versions
   */
  record Row(String processInstanceId, String term, OffsetDateTime begunAt, OffsetDateTime dueAt) {
  }

  /** @return the term that this case has */
  Optional<Row> begunOf(String processInstanceId) {
    return row("ended_at is null", processInstanceId);
  }

  /** @return the term that this case had */
  Optional<Row> endedOf(String processInstanceId) {
    return row("ended_at is not null", processInstanceId);
  }

  private Optional<Row> row(String condition, String processInstanceId) {
    return jdbc.sql("select * from case_deadline where process_instance_id = :id and " + condition)
        .param("id", processInstanceId)
        .query(ROWS)
        .optional();
  }

  /** @return process instances of cases that have a term, from after an id on, in order */
  List<String> openAfter(String processInstanceId, int most) {
    return jdbc.sql("""
      select process_instance_id from case_deadline where ended_at is null and process_instance_id > :id
      order by process_instance_id fetch first :most rows only""")
        .param("id", processInstanceId)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Ends a term on another day. */
  void move(String processInstanceId, Instant due) {
    jdbc.sql("update case_deadline set due_at = :due where process_instance_id = :id")
        .param("due", due.atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("id", processInstanceId)
        .update();
  }

  /** Has a term go on that was ended for a while; one that began anew meanwhile stays as it is. */
  void resume(String processInstanceId, Instant due) {
    jdbc.sql("update case_deadline set ended_at = null, due_at = :due where process_instance_id = :id and ended_at is not null")
        .param("due", due.atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("id", processInstanceId)
        .update();
  }

  /** Begins a term, anew where one has ended before. */
  void begin(String processInstanceId, String term, Instant due) {
    jdbc.sql("delete from case_deadline where process_instance_id = :id and ended_at is not null").param("id", processInstanceId).update();
    jdbc.sql("insert into case_deadline (process_instance_id, term, begun_at, due_at) values (:id, :term, :begun, :due)")
        .param("id", processInstanceId)
        .param("term", term)
        .param("begun", OffsetDateTime.now(clock))
        .param("due", due.atZone(EngineClock.ZONE).toOffsetDateTime())
        .update();
  }

  void end(String processInstanceId) {
    jdbc.sql("update case_deadline set ended_at = :now where process_instance_id = :id and ended_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("id", processInstanceId)
        .update();
  }
}
