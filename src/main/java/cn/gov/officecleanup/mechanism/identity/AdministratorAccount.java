package cn.gov.officecleanup.mechanism.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The first administrators, one of each kind (三员分立): users {@code admin}, {@code security} and {@code auditor}, with passwords that whoever
 * runs the application sets. Without the first account anyone who came first to the port could set up an administrator of their own.
 */
@Component
class AdministratorAccount {

  private record Account(String userId, String group, String name, String password, String variable) {
  }

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final List<Account> accounts;

  AdministratorAccount(IdentityService identity, ProcessEngineConfigurationImpl engine, @Value("${cleanup.admin.password}") String password,
      @Value("${cleanup.admin.security-password}") String securityPassword,
      @Value("${cleanup.admin.auditor-password}") String auditorPassword) {
    this.identity = identity;
    this.engine = engine;
    accounts = List.of(new Account("admin", Groups.ADMINISTRATORS, "系统管理员", password, "CLEANUP_ADMIN_PASSWORD"),
        new Account("security", Groups.SECURITY_ADMINISTRATORS, "安全管理员", securityPassword, "CLEANUP_SECURITY_PASSWORD"),
        new Account("auditor", Groups.AUDIT_ADMINISTRATORS, "审计管理员", auditorPassword, "CLEANUP_AUDITOR_PASSWORD"));
  }

  /**
   * Creates those that are missing.
   *
   * @throws PasswordException when no password is set for a missing one, one that does not keep the rules for passwords, or the same as
   * another's; with a directory, when it has none
   */
  void ensure() {
    accounts.stream().filter(account -> identity.createUserQuery().memberOfGroup(account.group).count() == 0).forEach(this::create);
  }

  private void create(Account account) {
    if (identity.isReadOnly()) {
      throw new PasswordException("用户目录（LDAP）中没有属于“%s”组的用户。请在目录中把%s加入该组，然后重新启动。".formatted(account.group, account.name));
    }
    if (account.password.isBlank()) {
      throw new PasswordException(
          "未设置%s的初始密码。请在启动前设置环境变量%s（%s%s的初始密码），然后重新启动。".formatted(account.name, account.variable, account.name, account.userId));
    }
    User user = identity.newUser(account.userId);
    user.setFirstName("");
    user.setLastName(account.name);
    user.setPassword(account.password);
    if (engine.isEnablePasswordPolicy()) {
      if (!identity.checkPasswordAgainstPolicy(account.password, user).isValid()) {
        throw new PasswordException(
            "%s的初始密码太弱：至少10个字符，含大写字母、小写字母、数字和特殊字符，不含用户名。请更改环境变量%s，然后重新启动。".formatted(account.name, account.variable));
      }
      if (accounts.stream().anyMatch(other -> other != account && other.password.equals(account.password))) {
        throw new PasswordException("系统、安全、审计三种管理员的初始密码不得相同。请更改环境变量%s，然后重新启动。".formatted(account.variable));
      }
    }
    if (identity.createGroupQuery().groupId(account.group).count() == 0) {
      Group group = identity.newGroup(account.group);
      group.setName(account.name);
      group.setType("SYSTEM");
      identity.saveGroup(group);
    }
    if (identity.createUserQuery().userId(account.userId).count() == 0) {
      identity.saveUser(user);
    }
    identity.createMembership(account.userId, account.group);
  }

  /** The application must not start without administrators whose passwords are hard to guess. */
  static class PasswordException extends RuntimeException {

    PasswordException(String message) {
      super(message);
    }
  }
}
