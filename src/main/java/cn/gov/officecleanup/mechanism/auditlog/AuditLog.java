package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.identity.RequestSource;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the audit log. An event is kept in the transaction of what it tells of, or not at all; what was refused, in one of its own. The
 * events are chained by their hashes, as the asset ledgers are, so that one that is changed, removed or put in by a hand in the database is
 * found; nothing here changes or removes any.
 */
@Repository
public class AuditLog {

  /** stands for the application itself */
  public static final String SYSTEM = "system";
  /** events on a page */
  public static final int PAGE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_CHARACTERS_OF_NAMES = 255;
  private static final int MOST_CHARACTERS_OF_NUMBERS = 64;
  private static final int HASH_VERSION = 2;
  private static final String NO_HASH = "0".repeat(64);
  /** events that are read at once */
  private static final int CHUNK = 2000;

  private static final RowMapper<AuditEvent> ROWS = (row, number) -> new AuditEvent(row.getLong("number"),
      row.getObject("noted_at", OffsetDateTime.class), row.getString("user_id"), AuditEvent.Kind.valueOf(row.getString("kind")),
      row.getString("subject"), row.getString("details"), row.getString("case_number"), row.getString("source_address"),
      row.getInt("hash_version"), row.getString("previous_hash"), row.getString("hash"));

  private record Head(long events, String hash) {
  }

  /**
   * How far the log was checked.
   *
   * @param checked number of the last event that is as it was noted
   * @param fault number of the first event that is not as it was noted, or that is missing; null where none was found
   * @param done whether there is nothing more to check
   */
  public record Check(long checked, Long fault, boolean done) {
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate apart;
  private final Repeats repeats = new Repeats();

  AuditLog(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Notes what was done in no case. */
  @Transactional
  public void note(AuditEvent.Kind kind, String userId, String subject, String details) {
    note(kind, userId, subject, details, null);
  }

  /**
   * Notes what is being done, with the address that the request at work came from. Failed sign-ins of which there are too many are counted,
   * see {@link Repeats}.
   *
   * @param subject whom or what it is done to; is cut after 255 characters, as the user is
   * @param details what more there is to say; may be null, is cut after 1,000 characters
   * @param caseNumber the case that it is done in; null where there is none
   */
  @Transactional
  public void note(AuditEvent.Kind kind, String userId, String subject, String details, String caseNumber) {
    String source = RequestSource.address().orElse(null);
    if (kind.isTurnedAway()) {
      repeats.due(clock.instant(), false).forEach(this::add);
      Repeats.Turned turned = new Repeats.Turned(kind, userId, subject, details, caseNumber, source);
      if (!repeats.isNew(turned, clock.instant())) {
        return;
      }
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          if (status != STATUS_COMMITTED) {
            repeats.forget(turned);
          }
        }
      });
    }
    add(kind, userId, subject, details, caseNumber, source);
  }

  /**
   * Notes what somebody was refused, after what was asked for was rolled back: in a transaction of its own.
   *
   * @param userId who is signed in
   * @param subject what was asked for
   * @param details the words of the refusal
   */
  public void noteRefusal(String userId, String subject, String details, String caseNumber) {
    apart.executeWithoutResult(transaction -> note(AuditEvent.Kind.REFUSED, userId, subject, details, caseNumber));
  }

  /**
   * @return the latest first, at most {@value #PAGE} and one more, which tells that there are more; @param before number of an event; null:
   * from the latest on
   */
  public List<AuditEvent> find(AuditQuery query, Long before) {
    noteCounted(false);
    return earlier(query, before == null ? Long.MAX_VALUE : before, PAGE + 1);
  }

  /** @return how many events there are that the query finds */
  @Transactional(readOnly = true)
  public long count(AuditQuery query) {
    noteCounted(false);
    Map<String, Object> parameters = new LinkedHashMap<>();
    return jdbc.sql("select count(*) from audit_event" + where(query, parameters)).params(parameters).query(Long.class).single();
  }

  /** Gives all events that the query finds to somebody, the latest first; memory stays bounded however many they are. */
  public void each(AuditQuery query, Consumer<AuditEvent> reader) {
    long before = Long.MAX_VALUE;
    for (List<AuditEvent> chunk = earlier(query, before, CHUNK); !chunk.isEmpty(); chunk = earlier(query, before, CHUNK)) {
      chunk.forEach(reader);
      before = chunk.get(chunk.size() - 1).number();
    }
  }

  /**
   * Checks whether the events are as they were noted, a part of them.
   *
   * @param after number of an event that was checked before; 0: from the first on
   * @param most how many to check, at least
   */
  public Check check(long after, int most) {
    noteCounted(false);
    Check check = checkChunk(after);
    while (!check.done && check.checked < after + most) {
      check = checkChunk(check.checked);
    }
    return check;
  }

  private Check checkChunk(long after) {
    AuditEvent before = after == 0 ? null
        : jdbc.sql("select * from audit_event where number = ?").param(after).query(ROWS).optional().orElse(null);
    if (before == null && after != 0) {
      return new Check(after - 1, after, true);
    }
    // one statement: what is noted meanwhile is in both or in neither
    List<AuditEvent> events = new ArrayList<>();
    List<Head> heads = jdbc.sql("""
      select h.events as head_events, h.hash as head_hash, e.* from audit_head h left join audit_event e on e.number > ? where h.id = 1
      order by e.number fetch first ? rows only""").params(after, CHUNK).query((row, number) -> {
      if (row.getObject("number") != null) {
        events.add(ROWS.mapRow(row, number));
      }
      return new Head(row.getLong("head_events"), row.getString("head_hash"));
    }).list();
    for (AuditEvent event : events) {
      if (!follows(event, before)) {
        return new Check(before == null ? 0 : before.number(), before == null ? 1 : before.number() + 1, true);
      }
      before = event;
    }
    long last = before == null ? 0 : before.number();
    if (events.size() == CHUNK) {
      return new Check(last, null, false);
    }
    Head head = heads.get(0);
    boolean whole = last == head.events && (before == null ? NO_HASH : before.hash()).equals(head.hash);
    return new Check(last, whole ? null : last + 1, true);
  }

  private static boolean follows(AuditEvent event, AuditEvent before) {
    return event.number() == (before == null ? 1 : before.number() + 1)
        && event.previousHash().equals(before == null ? NO_HASH : before.hash())
        // what an older hash does not cover was not there then, and there is no way back to older hashes
        && event.hashVersion() >= (before == null ? 1 : before.hashVersion())
        && (event.hashVersion() > 1 || event.caseNumber() == null && event.source() == null) && event.hash().equals(hashOf(event));
  }

  @PreDestroy
  void stop() {
    try {
      noteCounted(true);
    } catch (RuntimeException e) {
      LOG.warn("counts of repeated refusals are lost", e);
    }
  }

  private void noteCounted(boolean all) {
    List<Repeats.Counted> due = repeats.due(clock.instant(), all);
    if (!due.isEmpty()) {
      apart.executeWithoutResult(transaction -> due.forEach(this::add));
    }
  }

  private void add(Repeats.Counted counted) {
    if (counted.of() == null) {
      String whose = counted.whose().isEmpty() ? "各处" : counted.whose();
      add(counted.kind(), counted.kind() == AuditEvent.Kind.REFUSED ? counted.whose() : SYSTEM, whose,
          "一小时内另有%d次，次数过多，没有逐条记录".formatted(counted.times()), null, null);
    } else {
      Repeats.Turned turned = counted.of();
      String again = "一分钟内又有%d次".formatted(counted.times());
      add(turned.kind(), turned.userId(), turned.subject(), turned.details() == null ? again : again + "：" + turned.details(),
          turned.caseNumber(), turned.source());
    }
  }

  private void add(AuditEvent.Kind kind, String userId, String subject, String details, String caseNumber, String source) {
    Head head = jdbc.sql("select events, hash from audit_head where id = 1 for update")
        .query((row, number) -> new Head(row.getLong("events"), row.getString("hash")))
        .single();
    // no database keeps more than microseconds
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    AuditEvent event = new AuditEvent(head.events + 1, now, kept(userId, MOST_CHARACTERS_OF_NAMES), kind,
        kept(subject, MOST_CHARACTERS_OF_NAMES), details == null ? null : kept(details, MOST_CHARACTERS),
        caseNumber == null ? null : kept(caseNumber, MOST_CHARACTERS_OF_NUMBERS),
        source == null ? null : kept(source, MOST_CHARACTERS_OF_NUMBERS), HASH_VERSION, head.hash, null);
    String hash = hashOf(event);
    jdbc.sql("""
      insert into audit_event (number, noted_at, user_id, kind, subject, details, case_number, source_address, hash_version,
        previous_hash, hash)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(event.number(), now, event.userId(), kind.name(), event.subject(), event.details(), event.caseNumber(), event.source(),
            HASH_VERSION, head.hash, hash)
        .update();
    jdbc.sql("update audit_head set events = ?, hash = ? where id = 1").params(event.number(), hash).update();
  }

  private List<AuditEvent> earlier(AuditQuery query, long before, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>(Map.of("before", before, "most", most));
    String where = where(query, parameters);
    return jdbc.sql("select * from audit_event" + where + " and number < :before order by number desc fetch first :most rows only")
        .params(parameters)
        .query(ROWS)
        .list();
  }

  /** Only what is asked for, so that the database takes the index that is there for it; of confided cases nothing until they are opened. */
  private static String where(AuditQuery query, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>(
        List.of("not exists (select 1 from case_file f where f.case_number = audit_event.case_number " + "and f.confided)"));
    if (query.people() != null) {
      conditions.add("(user_id in (:people) or subject in (:people))");
      parameters.put("people", query.people());
    }
    if (query.kind() != null) {
      conditions.add("kind = :kind");
      parameters.put("kind", query.kind().name());
    }
    if (query.caseNumber() != null) {
      // before there was a column for it, the case was the subject
      conditions.add("(case_number = :caseNumber or subject = :caseNumber)");
      parameters.put("caseNumber", query.caseNumber());
    }
    if (query.from() != null) {
      conditions.add("noted_at >= :from");
      parameters.put("from", start(query.from()));
    }
    if (query.until() != null) {
      conditions.add("noted_at < :until");
      parameters.put("until", start(query.until().plusDays(1)));
    }
    return conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
  }

  private static String hashOf(AuditEvent event) {
    List<String> content = new ArrayList<>(
        List.of(String.valueOf(event.number()), String.valueOf(event.notedAt().toInstant().toEpochMilli()), quoted(event.userId()),
            event.kind().name(), quoted(event.subject()), quoted(event.details())));
    if (event.hashVersion() > 1) {
      content.add(0, "version " + event.hashVersion());
      content.add(quoted(event.caseNumber()));
      content.add(quoted(event.source()));
    }
    content.add(event.previousHash());
    return DigestUtils.sha256Hex(String.join("\n", content));
  }

  /** So that no content can be read as two fields. */
  private static String quoted(String text) {
    return text == null ? "-" : text.length() + ":" + text;
  }

  /**
   * What strangers type is kept so that every database takes it, and nobody who reads it is deceived by characters that turn or hide
   * others.
   */
  private static String kept(String text, int most) {
    StringBuilder kept = new StringBuilder();
    Objects.requireNonNullElse(text, "")
        .codePoints()
        .limit(most)
        .forEach(character -> kept.appendCodePoint(switch (Character.getType(character)) {
          case Character.CONTROL -> character == '\n' ? character : '\uFFFD';
          case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> '\uFFFD';
          default -> character;
        }));
    int end = Math.min(most, kept.length());
    return kept.substring(0, end > 0 && end < kept.length() && Character.isHighSurrogate(kept.charAt(end - 1)) ? end - 1 : end);
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(EngineClock.ZONE).toOffsetDateTime();
  }
}
