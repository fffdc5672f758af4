package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Everything that was asked of deadlines, and what was decided. */
@Repository
class MoreTimeRequests {

  private static final RowMapper<MoreTimeRequest> ROWS = RecordRows.of(MoreTimeRequest.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  MoreTimeRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return id of the request */
  long add(MoreTimeRequest.Kind kind, MovingDeadlines.Work work, int workingDays, String reason, Official official) {
    var key = new GeneratedKeyHolder();
    jdbc.sql("""
      insert into more_time_request (kind, subject, step_name, case_number, working_days, due_before, asked_by, asked_at, reason)
      values (:kind, :subject, :stepName, :caseNumber, :workingDays, :due, :by, :now, :reason)""")
        .param("kind", kind.name())
        .param("subject", work.subject())
        .param("stepName", work.stepName())
        .param("caseNumber", work.caseNumber())
        .param("workingDays", workingDays)
        .param("due", work.due().toInstant().atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("by", official.userId())
        .param("now", OffsetDateTime.now(clock))
        .param("reason", reason)
        .update(key, "id");
    return key.getKeyAs(Long.class);
  }

  MoreTimeRequest get(long id) {
    return jdbc.sql("select * from more_time_request where id = :id").param("id", id).query(ROWS).single();
  }

  void decide(long id, boolean granted) {
    jdbc.sql("update more_time_request set granted = :granted, decided_at = :now where id = :id")
        .param("granted", granted)
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  /** @return how often this was granted for a piece of work */
  int granted(MoreTimeRequest.Kind kind, String subject) {
    return jdbc.sql("select count(*) from more_time_request where subject = :subject and kind = :kind and granted")
        .param("subject", subject)
        .param("kind", kind.name())
        .query(Integer.class)
        .single();
  }
}
