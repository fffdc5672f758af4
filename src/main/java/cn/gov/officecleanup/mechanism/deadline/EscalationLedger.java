package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The escalation ledger (C20): every reminder and every miss of every deadline. Entries are added and closed, never changed or removed. */
@Repository
public class EscalationLedger {

  private static final RowMapper<Escalation> ROWS = RecordRows.of(Escalation.class);
  private static final String ENTRIES = "select * from escalation ";
  private static final String MISSED_STILL = "kind = 'MISS' and not exists (select 1 from escalation back where back.kind = 'TAKEN_BACK'"
      + " and back.subject = escalation.subject and back.round = escalation.round)";

  private final JdbcClient jdbc;
  private final Clock clock;

  EscalationLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return everything noted in a case, in order */
  public List<Escalation> of(String caseNumber) {
    return jdbc.sql(ENTRIES + "where case_number = :caseNumber order by id").param("caseNumber", caseNumber).query(ROWS).list();
  }

  /** @return what was noted from a moment until before another in cases that are not confided, in order */
  List<Escalation> notedBetween(OffsetDateTime from, OffsetDateTime until) {
    return jdbc
        .sql(ENTRIES + "where noted_at >= :from and noted_at < :until and not exists (select 1 from case_file f "
            + "where f.case_number = escalation.case_number and f.confided) order by id")
        .param("from", from)
        .param("until", until)
        .query(ROWS)
        .list();
  }

  /** @return every entry, in order */
  public List<Escalation> all() {
    return jdbc.sql(ENTRIES + "order by id").query(ROWS).list();
  }

  /** @return the misses of work that is still not done, longest due first */
  public List<Escalation> openMisses() {
    return jdbc.sql(ENTRIES + "where kind = 'MISS' and closed_at is null order by due_at, id").query(ROWS).list();
  }

  /** @return how many pieces of work are late now, by the group that has to do them (empty id: nobody in particular) */
  public Map<String, Long> lateWorkByGroup() {
    return openMisses().stream()
        .collect(Collectors.toMap(Escalation::subject, miss -> Objects.toString(miss.lateGroup(), ""), (first, later) -> later))
        .values()
        .stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** @return the latest entry that a supervision (督办) is about */
  public Optional<Escalation> supervisedBy(String supervisionId) {
    return jdbc.sql(ENTRIES + "where supervision_id = :id order by id desc fetch first 1 row only")
        .param("id", supervisionId)
        .query(ROWS)
        .optional();
  }

  /** @return misses of work that is settled and that were not taken back, from after an id on, in order */
  List<Escalation> settledMissesAfter(long id, int most) {
    return jdbc.sql(ENTRIES + "where " + MISSED_STILL + " and closed_at is not null and id > :id order by id fetch first :most rows only")
        .param("id", id)
        .param("most", most)
        .query(ROWS)
        .list();
  }

  /** @return misses of a piece of work that were not taken back, in order */
  List<Escalation> missesOf(DeadlineSubject subject) {
    return jdbc.sql(ENTRIES + "where " + MISSED_STILL + " and subject = :subject order by id")
        .param("subject", subject.toCanonicalString())
        .query(ROWS)
        .list();
  }

  Escalation get(long id) {
    return jdbc.sql(ENTRIES + "where id = :id").param("id", id).query(ROWS).single();
  }

  List<Escalation> openOf(DeadlineSubject subject) {
    return jdbc.sql(ENTRIES + "where subject = :subject and closed_at is null order by id")
        .param("subject", subject.toCanonicalString())
        .query(ROWS)
        .list();
  }

  int nextRound(DeadlineSubject subject, Kind kind) {
    return jdbc.sql("select coalesce(max(round), 0) + 1 from escalation where subject = :subject and kind = :kind")
        .param("subject", subject.toCanonicalString())
        .param("kind", kind.name())
        .query(Integer.class)
        .single();
  }

  /**
   * @return id of the entry
   * @throws org.springframework.dao.DuplicateKeyException when somebody else noted this round; the transaction must roll back
   */
  long note(Kind kind, int round, UnfinishedWork work, String superiorGroup, String supervisionId) {
    var key = new GeneratedKeyHolder();
    jdbc.sql("""
      insert into escalation (kind, subject, round, case_number, process_instance_id, task_id, step, step_name, late_group,
        superior_group, due_at, noted_at, supervision_id)
      values (:kind, :subject, :round, :caseNumber, :processInstanceId, :taskId, :step, :stepName, :lateGroup,
        :superiorGroup, :dueAt, :notedAt, :supervisionId)""")
        .param("kind", kind.name())
        .param("subject", work.subject().toCanonicalString())
        .param("round", round)
        .param("caseNumber", work.caseNumber())
        .param("processInstanceId", work.processInstanceId())
        .param("taskId", work.taskId())
        .param("step", work.step())
        .param("stepName", work.stepName())
        .param("lateGroup", work.lateGroup())
        .param("superiorGroup", superiorGroup)
        .param("dueAt", work.due().toInstant().atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("notedAt", OffsetDateTime.now(clock))
        .param("supervisionId", supervisionId)
        .update(key, "id");
    return key.getKeyAs(Long.class);
  }

  /** Notes that a deadline was computed anew; such an entry is closed at once. */
  long noteMoved(int round, UnfinishedWork work, String superiorGroup, Date due) {
    long id = note(Kind.MOVED, round, work, superiorGroup, null);
    moved(id, due);
    return id;
  }

  /**
   * Notes what was decided about a deadline; such an entry is closed at once.
   *
   * @param work as it is due now
   * @param dueBefore when it was due before
   */
  long noteDecided(Kind kind, UnfinishedWork work, String by, Date dueBefore) {
    long id = note(kind, nextRound(work.subject(), kind), work, by, null);
    jdbc.sql("update escalation set due_before = :before, closed_at = noted_at, closed_by = 'DECIDED' where id = :id")
        .param("before", dueBefore.toInstant().atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("id", id)
        .update();
    return id;
  }

  /** Notes that a miss was none; the miss itself stays as it was noted. */
  long noteTakenBack(Escalation miss, Date due) {
    var key = new GeneratedKeyHolder();
    jdbc.sql("""
      insert into escalation (kind, subject, round, case_number, process_instance_id, task_id, step, step_name, late_group,
        superior_group, due_at, noted_at, supervision_id)
      select 'TAKEN_BACK', subject, round, case_number, process_instance_id, task_id, step, step_name, late_group,
        superior_group, due_at, cast(:now as timestamp with time zone), supervision_id from escalation where id = :miss""")
        .param("now", OffsetDateTime.now(clock))
        .param("miss", miss.id())
        .update(key, "id");
    long id = key.getKeyAs(Long.class);
    moved(id, due);
    return id;
  }

  private void moved(long id, Date due) {
    jdbc.sql("update escalation set due_before = due_at, due_at = :due, closed_at = noted_at, closed_by = 'RECOMPUTED' where id = :id")
        .param("due", due.toInstant().atZone(EngineClock.ZONE).toOffsetDateTime())
        .param("id", id)
        .update();
  }

  void close(DeadlineSubject subject, ClosingReason closing) {
    jdbc.sql("update escalation set closed_at = :now, closed_by = :closing where subject = :subject and closed_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("closing", closing.name())
        .param("subject", subject.toCanonicalString())
        .update();
  }
}
