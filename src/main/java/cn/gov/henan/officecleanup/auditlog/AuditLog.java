package cn.gov.henan.officecleanup.auditlog;

import cn.gov.henan.officecleanup.platform.EngineClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the audit log. An event is kept in the transaction of what it tells of, or not at all. The events are chained by their hashes, as the asset ledgers are, so that one that
 * is changed, removed or put in by a hand in the database is found; nothing here changes or removes any.
 */
@Repository
public class AuditLog {

  /** stands for the application itself */
  public static final String SYSTEM = "system";
  /** most events that are listed */
  static final int MOST = 500;

  private static final int MOST_CHARACTERS = 1000;
  private static final RowMapper<AuditEvent> ROWS = (row, number) -> new AuditEvent(row.getLong("number"), row.getObject("noted_at", OffsetDateTime.class),
      row.getString("user_id"), AuditEvent.Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("details"),
      row.getString("previous_hash"), row.getString("hash"));

  private record Head(long events, String hash) {
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param details what more there is to say; may be null, is cut after 1,000 characters */
  @Transactional
  public void note(AuditEvent.Kind kind, String userId, String subject, String details) {
    Head head = jdbc.sql("select events, hash from audit_head where id = 1 for update").query((row, number) -> new Head(row.getLong("events"), row.getString("hash"))).single();
    String kept = details == null || details.length() <= MOST_CHARACTERS ? details : details.substring(0, MOST_CHARACTERS);
    // no database keeps more than microseconds
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    AuditEvent event = new AuditEvent(head.events + 1, now, userId, kind, subject, kept, head.hash, null);
    String hash = hashOf(event);
    jdbc.sql("insert into audit_event (number, noted_at, user_id, kind, subject, details, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(event.number(), now, userId, kind.name(), subject, kept, head.hash, hash).update();
    jdbc.sql("update audit_head set events = ?, hash = ? where id = 1").params(event.number(), hash).update();
  }

  /**
   * @param userId part of it; null: everybody's
   * @param kind   null: every kind
   * @param from   the first day; null: since ever
   * @param until  the last day; null: until now
   * @return the latest first, at most 500
   */
  @Transactional(readOnly = true)
  public List<AuditEvent> find(String userId, AuditEvent.Kind kind, LocalDate from, LocalDate until) {
    return jdbc.sql("""
            select * from audit_event where upper(user_id) like :user and (:kind = '' or kind = :kind) and noted_at >= :from and noted_at < :until
            order by number desc fetch first :most rows only""")
        .param("user", "%" + Objects.toString(userId, "").toUpperCase() + "%").param("kind", kind == null ? "" : kind.name())
        .param("from", start(from == null ? LocalDate.of(1, 1, 1) : from)).param("until", start(until == null ? LocalDate.of(9999, 1, 1) : until.plusDays(1)))
        .param("most", MOST).query(ROWS).list();
  }

  /** @return number of the first event that is not as it was noted, or that is missing; empty where the log is sound */
  @Transactional(readOnly = true)
  public OptionalLong firstFault() {
    Head head = jdbc.sql("select events, hash from audit_head where id = 1").query((row, number) -> new Head(row.getLong("events"), row.getString("hash"))).single();
    String before = "0".repeat(head.hash.length());
    long expected = 1;
    for (AuditEvent event : jdbc.sql("select * from audit_event order by number").query(ROWS).list()) {
      if (event.number() != expected || !event.previousHash().equals(before) || !event.hash().equals(hashOf(event))) {
        return OptionalLong.of(expected);
      }
      before = event.hash();
      expected++;
    }
    return expected - 1 == head.events && before.equals(head.hash) ? OptionalLong.empty() : OptionalLong.of(expected);
  }

  private static String hashOf(AuditEvent event) {
    String content = String.join("\n", String.valueOf(event.number()), String.valueOf(event.notedAt().toInstant().toEpochMilli()), quoted(event.userId()), event.kind().name(),
        quoted(event.subject()), quoted(event.details()), event.previousHash());
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** So that no content can be read as two fields. */
  private static String quoted(String text) {
    return text == null ? "-" : text.length() + ":" + text;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(EngineClock.ZONE).toOffsetDateTime();
  }
}
