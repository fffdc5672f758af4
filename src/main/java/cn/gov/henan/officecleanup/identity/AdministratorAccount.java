package cn.gov.henan.officecleanup.identity;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The first administrator: user {@code admin}, with a password that whoever runs the application sets. Without this account anyone who came first
 * to the port could set up an administrator of their own.
 */
@Component
class AdministratorAccount {

  static final String USER_ID = "admin";

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final ProcessEngineConfigurationImpl engine;
  private final String password;

  AdministratorAccount(IdentityService identity, AuthorizationService authorizations, ProcessEngineConfigurationImpl engine,
                       @Value("${cleanup.admin.password}") String password) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.engine = engine;
    this.password = password;
  }

  /** @throws PasswordException when there is no administrator yet and no password is set for the first one, or one that does not keep the rules for passwords */
  void ensure() {
    boolean present = identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0;
    if (identity.isReadOnly()) {
      grantAll();
    }
    if (present) {
      return;
    }
    if (identity.isReadOnly()) {
      throw new PasswordException("用户目录（LDAP）中没有属于“%s”组的用户。请在目录中把系统管理员加入该组，然后重新启动。".formatted(Groups.ADMINISTRATORS));
    }
    if (password.isBlank()) {
      throw new PasswordException("未设置系统管理员的初始密码。请在启动前设置环境变量CLEANUP_ADMIN_PASSWORD（系统管理员admin的初始密码），然后重新启动。");
    }
    User user = identity.newUser(USER_ID);
    user.setFirstName("");
    user.setLastName("系统管理员");
    user.setPassword(password);
    if (engine.isEnablePasswordPolicy() && !identity.checkPasswordAgainstPolicy(password, user).isValid()) {
      throw new PasswordException("系统管理员的初始密码太弱：至少10个字符，含大写字母、小写字母、数字和特殊字符，不含用户名。请更改环境变量CLEANUP_ADMIN_PASSWORD，然后重新启动。");
    }
    if (identity.createGroupQuery().groupId(Groups.ADMINISTRATORS).count() == 0) {
      Group group = identity.newGroup(Groups.ADMINISTRATORS);
      group.setName("系统管理员");
      group.setType("SYSTEM");
      identity.saveGroup(group);
    }
    grantAll();
    if (identity.createUserQuery().userId(USER_ID).count() == 0) {
      identity.saveUser(user);
    }
    identity.createMembership(USER_ID, Groups.ADMINISTRATORS);
  }

  private void grantAll() {
    for (Resource resource : Resources.values()) {
      grantAll(resource);
    }
  }

  private void grantAll(Resource resource) {
    if (authorizations.createAuthorizationQuery().groupIdIn(Groups.ADMINISTRATORS).resourceType(resource).resourceId("*").count() == 0) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(Groups.ADMINISTRATORS);
      grant.setResource(resource);
      grant.setResourceId(Authorization.ANY);
      grant.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(grant);
    }
  }

  /** The application must not start without an administrator whose password is hard to guess. */
  static class PasswordException extends RuntimeException {

    PasswordException(String message) {
      super(message);
    }
  }
}
