package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which work rests (中止), and what was left of its term when it was halted. */
@Repository
class DeadlineHalts {

  private static final RowMapper<Row> ROWS = RecordRows.of(Row.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadlineHalts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Work that rests.
   *
   * @param subject the work, as it stands in the ledger
   * @param haltedWith the same, or the whole case that was halted
   * @param remainingDays working days that were left
   */
  record Row(long id, String subject, String haltedWith, int remainingDays, OffsetDateTime dueBefore) {
  }

  void halt(UnfinishedWork work, DeadlineSubject with, int remainingDays) {
    jdbc.sql("""
      insert into deadline_halt (subject, halted_with, case_number, remaining_days, due_before, halted_at)
      values (:subject, :with, :caseNumber, :remaining, :due, :now)""")
        .param("subject", work.subject().toCanonicalString())
        .param("with", with.toCanonicalString())
        .param("caseNumber", work.caseNumber())
        .param("remaining", remainingDays)
        .param("due", work.due().toInstant().atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** @return the whole case that rests, with what is in it */
  Optional<DeadlineSubject> caseOf(String caseNumber) {
    return jdbc.sql("""
      select distinct halted_with from deadline_halt
      where case_number = :caseNumber and resumed_at is null and halted_with like 'case:%'""")
        .param("caseNumber", caseNumber)
        .query(String.class)
        .optional()
        .map(DeadlineSubject::parse);
  }

  /** @return what rests in these cases */
  List<DeadlineSubject> restingIn(Collection<String> caseNumbers) {
    return caseNumbers.isEmpty() ? List.of()
        : jdbc.sql("select subject from deadline_halt where case_number in (:cases) and resumed_at is null order by id")
            .param("cases", caseNumbers)
            .query(String.class)
            .list()
            .stream()
            .map(DeadlineSubject::parse)
            .toList();
  }

  /** @return whether a piece of work rests, alone or with its case */
  boolean rests(DeadlineSubject subject, String caseNumber) {
    return jdbc.sql("""
      select count(*) from deadline_halt
      where case_number = :caseNumber and resumed_at is null and (subject = :subject or halted_with like 'case:%')""")
        .param("caseNumber", caseNumber)
        .param("subject", subject.toCanonicalString())
        .query(Long.class)
        .single() > 0;
  }

  /** @return what rests since this was halted, and lets it rest no more */
  List<Row> end(DeadlineSubject haltedWith) {
    List<Row> resting = jdbc.sql("""
      select id, subject, halted_with, remaining_days, due_before from deadline_halt
      where halted_with = :with and resumed_at is null order by id""").param("with", haltedWith.toCanonicalString()).query(ROWS).list();
    jdbc.sql("update deadline_halt set resumed_at = :now where halted_with = :with and resumed_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("with", haltedWith.toCanonicalString())
        .update();
    return resting;
  }
}
