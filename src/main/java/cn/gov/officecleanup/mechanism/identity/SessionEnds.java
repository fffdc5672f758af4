package cn.gov.officecleanup.mechanism.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps since when the sessions of a user hold: those from before were ended, on whichever node they are. Goes by the real clock, as the
 * server's sessions do.
 */
@Repository
public class SessionEnds {

  private final JdbcClient jdbc;

  SessionEnds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ends every session that the user has now, once the transaction is committed. */
  public void end(String userId) {
    OffsetDateTime now = Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    if (jdbc.sql("update session_end set ended_at = ? where user_id = ?").params(now, userId).update() == 0) {
      jdbc.sql("insert into session_end (user_id, ended_at) values (?, ?)").params(userId, now).update();
    }
  }

  /** @return whether a session of the user that began then was ended */
  public boolean isEnded(String userId, Instant begin) {
    return jdbc.sql("select count(*) from session_end where user_id = ? and ended_at >= ?")
        .params(userId, begin.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single() > 0;
  }
}
