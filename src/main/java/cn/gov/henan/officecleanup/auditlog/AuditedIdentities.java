package cn.gov.henan.officecleanup.auditlog;

import cn.gov.henan.officecleanup.auditlog.AuditEvent.Kind;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.identity.GroupNames;
import cn.gov.henan.officecleanup.identity.Groups;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's own users and groups, watched: the three administrators check each other (三员分立). The system administrator creates users and grants nothing, the security
 * administrator grants and creates nobody, to nobody more than one of the three roles and never to themselves; nobody but they themselves changes the other two's accounts.
 * Whatever is done is in the audit log.
 */
class AuditedIdentities extends DbIdentityServiceProvider {

  private static final String CLAUSE = "三员分立";

  private final AuditLog log;
  private final GroupNames names;

  AuditedIdentities(AuditLog log, GroupNames names) {
    this.log = log;
    this.names = names;
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    boolean right = super.checkPassword(userId, password);
    log.note(right ? Kind.SIGN_IN : Kind.SIGN_IN_FAILED, userId == null ? "" : cut(userId), cut(userId == null ? "" : userId), null);
    return right;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    boolean isNew = ((UserEntity) user).getRevision() == 0;
    if (!isNew) {
      refuseOthersAccount(user.getId());
    }
    IdentityOperationResult result = super.saveUser(user);
    log.note(isNew ? Kind.USER_CREATED : Kind.USER_CHANGED, actor(), user.getId(), null);
    return result;
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    refuseOthersAccount(userId);
    IdentityOperationResult result = super.deleteUser(userId);
    log.note(Kind.USER_DELETED, actor(), userId, null);
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
    if (Groups.ADMINISTRATION.contains(groupId)) {
      groupsOf(userId).stream().filter(held -> Groups.ADMINISTRATION.contains(held) && !held.equals(groupId)).findFirst().ifPresent(held -> {
        throw new RefusedException("TWO_ROLES", "“%s”已是%s，系统、安全、审计三种管理员不得由一人兼任。".formatted(userId, names.nameOf(held)), CLAUSE);
      });
    }
    IdentityOperationResult result = super.createMembership(userId, groupId);
    log.note(Kind.GRANTED, actor(), userId, names.nameOf(groupId) + "（" + groupId + "）");
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    refuseGranting(userId);
    IdentityOperationResult result = super.deleteMembership(userId, groupId);
    log.note(Kind.REVOKED, actor(), userId, names.nameOf(groupId) + "（" + groupId + "）");
    return result;
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
    signedIn().filter(actor -> !actor.equals(userId) && groupsOf(userId).stream().anyMatch(Groups.ADMINISTRATION::contains)).ifPresent(actor -> {
      throw new RefusedException("OTHER_ADMINISTRATOR", "系统、安全、审计管理员的用户由其本人管理，其他人不得更改或者删除。", CLAUSE);
    });
  }

  private List<String> groupsOf(String userId) {
    return Context.getCommandContext().runWithoutAuthorization(() -> createGroupQuery(Context.getCommandContext()).groupMember(userId).list()).stream()
        .map(Group::getId).toList();
  }

  private static Optional<String> signedIn() {
    return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
  }

  private static String actor() {
    return signedIn().orElse(AuditLog.SYSTEM);
  }

  private static String cut(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100);
  }
}
