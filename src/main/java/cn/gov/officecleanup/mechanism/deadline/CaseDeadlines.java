package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When whole cases are due, by their process instance. */
@Repository
class CaseDeadlines {

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

  /** Begins a term, anew where one has ended before. */
  void begin(String processInstanceId, String term, Instant due) {
    jdbc.sql("delete from case_deadline where process_instance_id = :id and ended_at is not null").param("id", processInstanceId).update();
    jdbc.sql("insert into case_deadline (process_instance_id, term, due_at) values (:id, :term, :due)")
        .param("id", processInstanceId)
        .param("term", term)
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
