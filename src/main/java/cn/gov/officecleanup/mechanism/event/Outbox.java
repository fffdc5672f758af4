package cn.gov.officecleanup.mechanism.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other systems are to be told and were told. */
@Repository
public class Outbox {

  private static final int LONGEST_FAILURE = 500;
  private static final String WAITING = "sent_at is null and given_up_at is null";
  private static final RowMapper<Outgoing> ROWS = (row, number) -> new Outgoing(row.getLong("id"), row.getString("event_id"),
      row.getString("body"), row.getInt("tries"), row.getObject("due_at", OffsetDateTime.class));

  private final EventProperties properties;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(EventProperties properties, JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.properties = properties;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** What waits to be sent. @param tries that failed */
  record Outgoing(long id, String eventId, String body, int tries, OffsetDateTime dueAt) {
  }

  /**
   * How a receiver stands.
   *
   * @param host where it is
   * @param kinds what it is told, in words
   * @param waiting how much waits to be sent
   * @param lastSentAt when something last arrived; null where nothing has
   * @param failure why what comes next did not arrive; null where nothing hinders it
   * @param givenUp how much was given up since about a month
   */
  public record ReceiverState(String name, String host, List<String> kinds, long waiting, OffsetDateTime lastSentAt, String failure,
      long givenUp) {
  }

  /** @return how the receivers stand, by their names */
  @Transactional(readOnly = true)
  public List<ReceiverState> states() {
    return new TreeMap<>(properties.receivers()).entrySet()
        .stream()
        .map(receiver -> jdbc
            .sql("select count(case when " + WAITING + " then 1 end) as waiting, max(sent_at) as last_sent_at, "
                + "count(given_up_at) as given_up from outgoing_event where receiver = ?")
            .param(receiver.getKey())
            .query((row, number) -> new ReceiverState(receiver.getKey(), receiver.getValue().url().getHost(),
                receiver.getValue().kinds().stream().map(EventKind::label).toList(), row.getLong("waiting"),
                row.getObject("last_sent_at", OffsetDateTime.class), failureOf(receiver.getKey()), row.getLong("given_up")))
            .single())
        .toList();
  }

  private String failureOf(String receiver) {
    return jdbc.sql("select last_failure from outgoing_event where receiver = ? and " + WAITING + " and tries > 0 order by id "
        + "fetch first 1 row only").param(receiver).query(String.class).optional().orElse(null);
  }

  boolean isWanted(EventKind kind) {
    return properties.receivers().values().stream().anyMatch(receiver -> receiver.kinds().contains(kind));
  }

  /**
   * Notes what is to be told, for each receiver that wants it; in the transaction at hand, without which nothing is noted.
   *
   * @param data what is told; without what is null
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(EventKind kind, Map<String, Object> data) {
    if (!isWanted(kind)) {
      return;
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    String id = UUID.randomUUID().toString();
    Map<String, Object> told = new LinkedHashMap<>(data);
    told.values().removeIf(value -> value == null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", kind.type());
    body.put("timestamp", now.toString());
    body.put("data", told);
    String written = written(body);
    properties.receivers().forEach((name, receiver) -> {
      if (receiver.kinds().contains(kind)) {
        jdbc.sql("""
          insert into outgoing_event (event_id, receiver, kind, body, noted_at, tries, due_at)
          values (:id, :receiver, :kind, :body, :now, 0, :now)""")
            .param("id", id)
            .param("receiver", name)
            .param("kind", kind.name())
            .param("body", written)
            .param("now", now)
            .update();
      }
    });
  }

  private String written(Map<String, Object> body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the receivers known to the database, where each is locked by who sends to it. */
  @Transactional
  public void register(String receiver) {
    if (jdbc.sql("select count(*) from event_receiver where name = ?").param(receiver).query(Long.class).single() == 0) {
      jdbc.sql("insert into event_receiver (name) values (?)").param(receiver).update();
    }
  }

  /** @return whether nobody else sends to the receiver until the transaction ends */
  boolean lock(String receiver) {
    return jdbc.sql("select name from event_receiver where name = ? for update skip locked")
        .param(receiver)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** @return what comes next for a receiver, unless that is to wait */
  Optional<Outgoing> next(String receiver) {
    return jdbc.sql("select * from outgoing_event where receiver = ? and " + WAITING + " order by id fetch first 1 row only")
        .param(receiver)
        .query(ROWS)
        .optional()
        .filter(event -> !event.dueAt.isAfter(OffsetDateTime.now(clock)));
  }

  void sent(Outgoing event) {
    jdbc.sql("update outgoing_event set sent_at = ? where id = ?").params(OffsetDateTime.now(clock), event.id).update();
  }

  /** @param pause until it is tried again; null: it is given up */
  void failed(Outgoing event, String failure, Duration pause) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update outgoing_event set tries = tries + 1, last_failure = :failure, due_at = :due, given_up_at = :givenUp where id = :id")
        .param("failure", failure.substring(0, Math.min(LONGEST_FAILURE, failure.length())))
        .param("due", pause == null ? now : now.plus(pause))
        .param("givenUp", pause == null ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", event.id)
        .update();
  }

  /** Removes what was sent or given up long ago, and what nobody is there for any more. */
  @Transactional
  public void tidy(Collection<String> receivers) {
    OffsetDateTime before = OffsetDateTime.now(clock).minus(properties.keptFor());
    jdbc.sql("delete from outgoing_event where sent_at < :before or given_up_at < :before").param("before", before).update();
    if (!receivers.isEmpty()) {
      jdbc.sql("delete from outgoing_event where noted_at < :before and receiver not in (:receivers)")
          .param("before", before)
          .param("receivers", receivers)
          .update();
    }
  }
}
