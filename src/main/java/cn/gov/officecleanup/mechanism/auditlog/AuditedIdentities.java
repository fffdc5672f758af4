package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.MembershipEnded;
import cn.gov.officecleanup.mechanism.identity.SessionEnds;
import cn.gov.officecleanup.mechanism.identity.SlowPasswordHash;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The engine's own users and groups, watched: the three administrators check each other (三员分立). The system administrator creates users and
 * grants nothing, the security administrator grants and creates nobody, never to themselves and to nobody groups that exclude each other
 * ({@link Groups#exclude}); nobody but they themselves changes the other two's accounts. Names are the system administrator's to give,
 * passwords everybody's own. Whatever is done is in the audit log, and ends what it takes at once: sessions with a password that is
 * changed, tasks with a membership.
 */
class AuditedIdentities extends DbIdentityServiceProvider {

  private static final String CLAUSE = "三员分立";

  private final AuditLog log;
  private final GroupNames names;
  private final SlowPasswordHash passwords;
  private final SessionEnds sessions;
  private final ApplicationEventPublisher events;

  AuditedIdentities(AuditLog log, GroupNames names, SlowPasswordHash passwords, SessionEnds sessions, ApplicationEventPublisher events) {
    this.log = log;
    this.names = names;
    this.passwords = passwords;
    this.sessions = sessions;
    this.events = events;
  }

  /** Takes as long for nobody as for somebody; the engine's own lock, which ended never, is not asked, see {@link SigningIn}. */
  @Override
  public boolean checkPassword(String userId, String password) {
    UserEntity user = userId == null ? null : findUserById(userId);
    if (user == null || !passwords.isCurrent(user.getPassword())) {
      passwords.checkNothing();
    }
    return user != null && user.getPassword() != null && password != null && matchPassword(password, user);
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    boolean isNew = ((UserEntity) user).getRevision() == 0;
    if (isNew && AuditLog.SYSTEM.equals(user.getId())) {
      throw new RefusedException("RESERVED_ID", "“%s”在日志中代表系统自身，不能用作用户名，请另取用户名。".formatted(AuditLog.SYSTEM), "表单");
    }
    if (!isNew) {
      refuseOthersAccount(user.getId());
      refuseNaming(user);
    }
    boolean newPassword = ((UserEntity) user).hasNewPassword();
    IdentityOperationResult result = super.saveUser(user);
    if (!isNew && newPassword) {
      sessions.end(user.getId());
    }
    log.note(isNew ? Kind.USER_CREATED : Kind.USER_CHANGED, actor(), user.getId(), isNew || !newPassword ? null : "更改密码");
    return result;
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    if (signedIn().filter(userId::equals).isPresent()) {
      throw new RefusedException("OWN_ACCOUNT", "不能删除自己的用户，请由其他系统管理员办理。", CLAUSE);
    }
    refuseOthersAccount(userId);
    Set<String> ended = Set.copyOf(groupsOf(userId));
    UserEntity user = findUserById(userId);
    // nobody knows afterwards whose id it was
    String name = user == null ? "" : Objects.toString(user.getLastName(), "") + Objects.toString(user.getFirstName(), "");
    IdentityOperationResult result = super.deleteUser(userId);
    if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
      sessions.end(userId);
      log.note(Kind.USER_DELETED, actor(), userId, name.isBlank() ? null : "姓名：" + name);
      events.publishEvent(new MembershipEnded(userId, ended));
    }
    return result;
  }

  @Override
  public IdentityOperationResult saveGroup(Group group) {
    boolean isNew = ((GroupEntity) group).getRevision() == 0;
    IdentityOperationResult result = super.saveGroup(group);
    log.note(Kind.GROUP_CHANGED, actor(), group.getId(), (isNew ? "新建用户组：" : "更改用户组：") + group.getName());
    return result;
  }

  @Override
  public IdentityOperationResult deleteGroup(String groupId) {
    IdentityOperationResult result = super.deleteGroup(groupId);
    log.note(Kind.GROUP_CHANGED, actor(), groupId, "删除用户组");
    return result;
  }

  @Override
  public IdentityOperationResult createMembership(String userId, String groupId) {
    refuseGranting(userId);
    List<String> held = groupsOf(userId);
    if (held.contains(groupId)) {
      throw new RefusedException("MEMBER_ALREADY", "“%s”已在“%s”，不必重复加入；因代理而在的，待代理结束后再加入。".formatted(userId, names.nameOf(groupId)), CLAUSE);
    }
    // the application puts a substitute into groups that exclude each other for a time; who did one step of a case does not judge it all
    // the same
    held.stream()
        .filter(other -> Groups.exclude(other, groupId) && (signedIn().isPresent() || Groups.ofAdministration(other, groupId)))
        .findFirst()
        .ifPresent(other -> {
          throw twoRoles(userId, other, groupId);
        });
    IdentityOperationResult result = super.createMembership(userId, groupId);
    log.note(Kind.GRANTED, actor(), userId, names.nameOf(groupId) + "（" + groupId + "）");
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    refuseGranting(userId);
    IdentityOperationResult result = super.deleteMembership(userId, groupId);
    if (IdentityOperationResult.OPERATION_DELETE.equals(result.getOperation())) {
      log.note(Kind.REVOKED, actor(), userId, names.nameOf(groupId) + "（" + groupId + "）");
      events.publishEvent(new MembershipEnded(userId, Set.of(groupId)));
    }
    return result;
  }

  private RefusedException twoRoles(String userId, String held, String wanted) {
    String words = Groups.ofAdministration(held, wanted) ? "“%s”已是%s：系统、安全、审计三种管理员不得由一人兼任，也不得兼任业务岗位，不能再加入“%s”。请先退出原来的组。"
        : "“%s”已在“%s”：提出、签批、审核、确认须由不同的人办理，一人只在一个单位任职，不能再加入“%s”。请先退出原来的组；临时顶岗的，由本人发起委托代理。";
    return new RefusedException("TWO_ROLES", words.formatted(userId, names.nameOf(held), names.nameOf(wanted)), CLAUSE);
  }

  /** What the application does by itself, such as beginning a substitution, has its own rules. */
  private void refuseGranting(String userId) {
    signedIn().ifPresent(actor -> {
      if (!groupsOf(actor).contains(Groups.SECURITY_ADMINISTRATORS)) {
        throw new RefusedException("NOT_SECURITY_ADMINISTRATOR", "用户属于哪些组，由安全管理员决定；系统管理员只新建和停用用户。", CLAUSE);
      }
      if (actor.equals(userId)) {
        throw new RefusedException("OWN_GRANT", "不得给自己授予或者收回权限，请由另一位安全管理员办理。", CLAUSE);
      }
    });
  }

  private void refuseOthersAccount(String userId) {
    signedIn().filter(actor -> !actor.equals(userId) && groupsOf(userId).stream().anyMatch(Groups.ADMINISTRATION::contains))
        .ifPresent(actor -> {
          throw new RefusedException("OTHER_ADMINISTRATOR", "系统、安全、审计管理员的用户由其本人管理，其他人不得更改或者删除。", CLAUSE);
        });
  }

  /** Names stand under opinions and signatures, and mail goes where the address says. */
  private void refuseNaming(User user) {
    if (signedIn().filter(actor -> !groupsOf(actor).contains(Groups.ADMINISTRATORS)).isEmpty()) {
      return;
    }
    // past the engine's cache, which knows the changed one alone
    UserEntity kept = getDbSqlSession().selectById(UserEntity.class, user.getId());
    if (kept != null && !(same(kept.getFirstName(), user.getFirstName()) && same(kept.getLastName(), user.getLastName())
        && same(kept.getEmail(), user.getEmail()))) {
      throw new RefusedException("NAMES_ARE_GIVEN", "姓名和邮箱由系统管理员登记，本人只能更改密码；姓名或者邮箱有误的，请联系系统管理员更正。", "身份");
    }
  }

  private static boolean same(String one, String other) {
    return Objects.toString(one, "").equals(Objects.toString(other, ""));
  }

  private List<String> groupsOf(String userId) {
    return Context.getCommandContext()
        .runWithoutAuthorization(() -> createGroupQuery(Context.getCommandContext()).groupMember(userId).list())
        .stream()
        .map(Group::getId)
        .toList();
  }

  private static Optional<String> signedIn() {
    return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
  }

  private static String actor() {
    return signedIn().orElse(AuditLog.SYSTEM);
  }
}
