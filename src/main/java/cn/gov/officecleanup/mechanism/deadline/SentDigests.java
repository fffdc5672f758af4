package cn.gov.officecleanup.mechanism.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The daily mails that were sent. */
@Repository
class SentDigests {

  private final JdbcClient jdbc;
  private final Clock clock;

  SentDigests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean contain(String group, LocalDate day) {
    return jdbc.sql("select count(*) from notice_digest where group_id = ? and digest_day = ?")
        .params(group, day)
        .query(Integer.class)
        .single() > 0;
  }

  /** @throws org.springframework.dao.DuplicateKeyException when another process has sent it meanwhile */
  void add(String group, LocalDate day) {
    jdbc.sql("insert into notice_digest (group_id, digest_day, sent_at) values (?, ?, ?)")
        .params(group, day, OffsetDateTime.now(clock))
        .update();
  }
}
