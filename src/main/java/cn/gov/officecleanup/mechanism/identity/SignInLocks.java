package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down whoever guesses passwords, without shutting anybody out:
 * <ul>
 * <li>After five failures in a row with one user's name from one address, this name is locked for that address: for a minute, and with each
 * further failure for twice as long, up to an hour. A right password, or a day without a failure, begins the count anew.
 * <li>Addresses that have not signed in with the name within 30 days have five failures a minute between them, however many they are. So
 * the own desk stays open whatever strangers do elsewhere, and for the strangers there are few guesses.
 * </ul>
 * All of this goes by the name that was given: it holds alike, and is told alike, where there is no such user. A lock is asked before the
 * password is looked at, and a try counts as failed until the password was right; else those who try at once would all be let in, and a
 * lock would tell a right password from a wrong one. It is kept in the database, which several nodes share. Rate limiters that are had
 * ready-made (Bucket4j, Resilience4j) give so much a minute to everybody and know neither failures in a row nor who was here before.
 */
@Repository
public class SignInLocks {

  /** so many failures in a row lock */
  public static final int FAILURES = 5;

  private static final int STRANGERS_FAILURES_A_MINUTE = 5;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final int LONGEST_NAME = 255;

  private static final RowMapper<Tries> TRIES = RecordRows.of(Tries.class);
  private static final RowMapper<Minute> MINUTES = RecordRows.of(Minute.class);

  private record Tries(int failures, OffsetDateTime lastAt, OffsetDateTime lockedUntil, OffsetDateTime signedInAt) {

    static final Tries NONE = new Tries(0, OffsetDateTime.MIN, null, null);
  }

  private record Minute(OffsetDateTime beganAt, int tries) {
  }

  /** A lock that holds now, for whichever addresses. */
  public record Locked(String userId, OffsetDateTime lockedSince, OffsetDateTime lockedUntil) {
  }

  private static final RowMapper<Locked> LOCKED = RecordRows.of(Locked.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SignInLocks(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * To be asked before a password is looked at. Where the try is let in it counts as failed until {@link #succeeded} is called.
   *
   * @param userId the name that was given
   * @param source address of the client, see {@link RequestSource}
   * @return the moment before which no password is looked at; empty where the try is let in
   */
  public Optional<OffsetDateTime> enter(String userId, String source) {
    String name = cut(userId);
    try {
      return transaction.execute(status -> tryOnce(name, source));
    } catch (DuplicateKeyException e) {
      // another try was the first one in the same moment; now there is a row to lock
      return transaction.execute(status -> tryOnce(name, source));
    }
  }

  private Optional<OffsetDateTime> tryOnce(String name, String source) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Minute minute = minuteOf(name, now);
    Optional<Tries> kept = jdbc
        .sql("select failures, last_at, locked_until, signed_in_at from sign_in_source where user_id = ? and source = ?")
        .params(name, source)
        .query(TRIES)
        .optional();
    Tries tries = kept.orElse(Tries.NONE);
    if (tries.lockedUntil != null && tries.lockedUntil.isAfter(now)) {
      return Optional.of(tries.lockedUntil);
    }
    if (tries.signedInAt == null || tries.signedInAt.plus(KNOWN_FOR).isBefore(now)) {
      OffsetDateTime minuteEnds = minute.beganAt.plus(MINUTE);
      boolean over = !minuteEnds.isAfter(now);
      if (!over && minute.tries >= STRANGERS_FAILURES_A_MINUTE) {
        return Optional.of(minuteEnds);
      }
      jdbc.sql("update sign_in_minute set began_at = ?, tries = ? where user_id = ?")
          .params(over ? now : minute.beganAt, over ? 1 : minute.tries + 1, name)
          .update();
    }
    int failures = tries.lastAt.isBefore(now.minus(FORGOTTEN_AFTER)) ? 1 : tries.failures + 1;
    OffsetDateTime lockedUntil = failures < FAILURES ? null : now.plus(lockAfter(failures));
    if (kept.isEmpty()) {
      jdbc.sql("insert into sign_in_source (user_id, source, failures, last_at, locked_until) values (?, ?, ?, ?, ?)")
          .params(name, source, failures, now, lockedUntil)
          .update();
    } else {
      jdbc.sql("update sign_in_source set failures = ?, last_at = ?, locked_until = ? where user_id = ? and source = ?")
          .params(failures, now, lockedUntil, name, source)
          .update();
    }
    return Optional.empty();
  }

  /** Locks the row, so that tries as one user are counted one after the other. */
  private Minute minuteOf(String name, OffsetDateTime now) {
    return jdbc.sql("select began_at, tries from sign_in_minute where user_id = ? for update")
        .param(name)
        .query(MINUTES)
        .optional()
        .orElseGet(() -> {
          jdbc.sql("insert into sign_in_minute (user_id, began_at, tries) values (?, ?, 0)").params(name, now).update();
          return new Minute(now, 0);
        });
  }

  private static Duration lockAfter(int failures) {
    // beyond some doublings it is the longest in any case
    Duration doubled = FIRST_LOCK.multipliedBy(1L << Math.min(failures - FAILURES, 10));
    return doubled.compareTo(LONGEST_LOCK) < 0 ? doubled : LONGEST_LOCK;
  }

  /** The password was right: the address is known now, and what failed before is forgotten. */
  public void succeeded(String userId, String source) {
    String name = cut(userId);
    OffsetDateTime now = OffsetDateTime.now(clock);
    transaction.executeWithoutResult(status -> {
      // strangers have their try back
      jdbc.sql("""
        update sign_in_minute set tries = tries - 1 where user_id = :user and tries > 0
        and exists (select 1 from sign_in_source where user_id = :user and source = :source and signed_in_at is null)""")
          .param("user", name)
          .param("source", source)
          .update();
      jdbc.sql("update sign_in_source set failures = 0, locked_until = null, signed_in_at = ? where user_id = ? and source = ?")
          .params(now, name, source)
          .update();
    });
    // each by itself, so that no row is held while another is waited for
    jdbc.sql("delete from sign_in_source where last_at < ? and (signed_in_at is null or signed_in_at < ?)")
        .params(now.minus(FORGOTTEN_AFTER), now.minus(KNOWN_FOR))
        .update();
    jdbc.sql("delete from sign_in_minute where began_at < ?").param(now.minus(FORGOTTEN_AFTER)).update();
  }

  /** @return who is locked now, since when and until when at the longest */
  public List<Locked> locked() {
    return jdbc.sql("""
      select user_id, min(last_at) locked_since, max(locked_until) locked_until from sign_in_source where locked_until > ?
      group by user_id order by user_id""").param(OffsetDateTime.now(clock)).query(LOCKED).list();
  }

  /**
   * Ends the locks of a user at once, for every address.
   *
   * @return whether there was one to end
   */
  public boolean unlock(String userId) {
    String name = cut(userId);
    return transaction.execute(status -> {
      jdbc.sql("delete from sign_in_minute where user_id = ?").param(name).update();
      int locked = jdbc.sql("select count(*) from sign_in_source where user_id = ? and locked_until > ?")
          .params(name, OffsetDateTime.now(clock))
          .query(Integer.class)
          .single();
      jdbc.sql("update sign_in_source set failures = 0, locked_until = null where user_id = ?").param(name).update();
      return locked > 0;
    });
  }

  private static String cut(String name) {
    return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
