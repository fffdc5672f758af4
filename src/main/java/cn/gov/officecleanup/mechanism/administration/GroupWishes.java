package cn.gov.officecleanup.mechanism.administration;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupEnded;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which groups users are to be put into: asked for by the system administrator, granted or declined by the security administrator. */
@Repository
@Transactional
public class GroupWishes {

  private static final RowMapper<Wish> ROWS = RecordRows.of(Wish.class);

  /** A group that a user is to be in. */
  public record Wish(String userId, String groupId, String wishedBy, OffsetDateTime wishedAt) {
  }

  private final JdbcClient jdbc;
  private final IdentityService identity;
  private final Officials officials;
  private final GroupNames names;
  private final AuditLog log;
  private final Clock clock;

  GroupWishes(JdbcClient jdbc, @Lazy IdentityService identity, Officials officials, GroupNames names, AuditLog log, Clock clock) {
    this.jdbc = jdbc;
    this.identity = identity;
    this.officials = officials;
    this.names = names;
    this.log = log;
    this.clock = clock;
  }

  /** @return those that nobody has decided yet, the oldest first */
  @Transactional(readOnly = true)
  public List<Wish> open() {
    return jdbc.sql("select user_id, group_id, wished_by, wished_at from group_wish order by wished_at, user_id, group_id")
        .query(ROWS)
        .list();
  }

  /** Keeps what a new user is to be in. */
  void wish(String userId, Collection<String> groups) {
    String by = officials.required().userId();
    groups.forEach(group -> {
      jdbc.sql("insert into group_wish (user_id, group_id, wished_by, wished_at) values (?, ?, ?, ?)")
          .params(userId, group, by, OffsetDateTime.now(clock))
          .update();
      log.note(Kind.GROUP_WISHED, by, userId, named(group));
    });
  }

  /** What was asked for somebody who is not there any more is not open. */
  void forget(String userId) {
    jdbc.sql("delete from group_wish where user_id = ?").param(userId).update();
  }

  /**
   * Puts the user into the group, as who is signed in.
   *
   * @throws RefusedException when somebody has decided already, or the user may not be in that group
   */
  public void grant(String userId, String group) {
    take(userId, group);
    identity.createMembership(userId, group);
  }

  /** Does not. @throws RefusedException when somebody has decided already */
  public void decline(String userId, String group) {
    take(userId, group);
    log.note(Kind.WISH_DECLINED, officials.required().userId(), userId, named(group));
  }

  /** Nobody is put into a group that has ended. */
  @EventListener
  void ended(GroupEnded ended) {
    jdbc.sql("select user_id from group_wish where group_id = ? order by user_id")
        .param(ended.groupId())
        .query(String.class)
        .list()
        .forEach(user -> log.note(Kind.WISH_DECLINED, AuditLog.SYSTEM, user, named(ended.groupId())));
    jdbc.sql("delete from group_wish where group_id = ?").param(ended.groupId()).update();
  }

  private void take(String userId, String group) {
    if (jdbc.sql("delete from group_wish where user_id = ? and group_id = ?").params(userId, group).update() == 0) {
      throw new RefusedException("WISH_DECIDED",
          "“%s（%s）”加入“%s”的申请已经处理，请刷新后再看。".formatted(officials.nameOf(userId), userId, names.nameOf(group)), "三员分立");
    }
  }

  private String named(String group) {
    return names.nameOf(group) + "（" + group + "）";
  }
}
