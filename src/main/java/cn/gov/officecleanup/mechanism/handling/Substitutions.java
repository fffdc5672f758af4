package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.StandingIn;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who stands in for whom, and in which groups the substitute is for that time only. */
@Repository
class Substitutions implements StandingIn {

  private static final RowMapper<Substitution> ROWS = RecordRows.of(Substitution.class);

  private final JdbcClient jdbc;
  private final Officials officials;
  private final Clock clock;

  Substitutions(JdbcClient jdbc, Officials officials, Clock clock) {
    this.jdbc = jdbc;
    this.officials = officials;
    this.clock = clock;
  }

  /**
   * Notes a substitution that is to begin.
   *
   * @throws RefusedException when the absent one is stood in for, or the substitute is absent, on one of these days
   */
  void enter(String processInstanceId, String absent, String substitute, LocalDate firstDay, LocalDate lastDay, String reason) {
    Stream.of(absent, substitute).sorted().forEach(this::hold);
    for (String user : List.of(absent, substitute)) {
      overlapping(user, firstDay, lastDay).ifPresent(other -> {
        throw new RefusedException("ABSENT_TWICE", "“%s”在%s至%s已委托“%s”代理，请更改日期或者另选代理人。".formatted(officials.nameOf(user),
            InWords.day(other.firstDay()), InWords.day(other.lastDay()), officials.nameOf(other.substitute())), "委托代理");
      });
    }
    jdbc.sql("insert into substitution (process_instance_id, absent, substitute, first_day, last_day, reason) values (?, ?, ?, ?, ?, ?)")
        .params(processInstanceId, absent, substitute, firstDay, lastDay, reason)
        .update();
  }

  /** Lets nobody else change the substitutions of a user until the transaction ends. */
  void hold(String user) {
    jdbc.sql("select id_ from act_id_user where id_ = ? for update").param(user).query(String.class).optional();
  }

  private Optional<Substitution> overlapping(String absent, LocalDate firstDay, LocalDate lastDay) {
    return jdbc.sql("select * from substitution where absent = ? and ended_at is null and first_day <= ? and last_day >= ? order by id")
        .params(absent, lastDay, firstDay)
        .query(ROWS)
        .list()
        .stream()
        .findFirst();
  }

  Substitution of(String processInstanceId) {
    return jdbc.sql("select * from substitution where process_instance_id = ?").param(processInstanceId).query(ROWS).single();
  }

  /** @return those of a user that have not ended */
  List<Substitution> openOf(String absent) {
    return jdbc.sql("select * from substitution where absent = ? and ended_at is null order by first_day, id")
        .param(absent)
        .query(ROWS)
        .list();
  }

  void begun(Substitution substitution, List<String> groups) {
    jdbc.sql("update substitution set begun_at = ? where id = ?").params(OffsetDateTime.now(clock), substitution.id()).update();
    groups.forEach(group -> jdbc.sql("insert into substitution_group (substitution_id, group_id) values (?, ?)")
        .params(substitution.id(), group)
        .update());
  }

  void ended(Substitution substitution) {
    jdbc.sql("update substitution set ended_at = ? where id = ?").params(OffsetDateTime.now(clock), substitution.id()).update();
  }

  /** Takes a group out of what the substitute has by this substitution. */
  void giveUp(Substitution substitution, String group) {
    jdbc.sql("delete from substitution_group where substitution_id = ? and group_id = ?").params(substitution.id(), group).update();
  }

  /** @return those of a user that have begun and not ended */
  List<Substitution> runningOf(String absent) {
    return openOf(absent).stream().filter(open -> open.begunAt() != null).toList();
  }

  /** @return the groups that a user is in by running substitutions, not for good */
  Set<String> lentTo(String substitute) {
    return jdbc.sql("""
      select distinct g.group_id from substitution s join substitution_group g on g.substitution_id = s.id
      where s.substitute = ? and s.begun_at is not null and s.ended_at is null""").param(substitute).query(String.class).set();
  }

  /** @return the groups that the substitute is in by this substitution; others may give some of them, too */
  List<String> groupsOf(Substitution substitution) {
    return jdbc.sql("select group_id from substitution_group where substitution_id = ? order by group_id")
        .param(substitution.id())
        .query(String.class)
        .list();
  }

  /** @return whether another running substitution keeps the user in the group */
  boolean keepsIn(String user, String group, Substitution but) {
    return jdbc.sql("""
      select count(*) from substitution s join substitution_group g on g.substitution_id = s.id
      where s.substitute = ? and g.group_id = ? and s.ended_at is null and s.id <> ?""")
        .params(user, group, but.id())
        .query(Integer.class)
        .single() > 0;
  }

  @Override
  public Optional<String> forWhom(Official official, String groupId) {
    return groupId == null ? Optional.empty() : jdbc.sql("""
      select s.absent from substitution s join substitution_group g on g.substitution_id = s.id
      where s.substitute = ? and g.group_id = ? and s.begun_at is not null and s.ended_at is null order by s.id fetch first 1
        row only""").params(official.userId(), groupId).query(String.class).optional().map(officials::nameOf);
  }
}
