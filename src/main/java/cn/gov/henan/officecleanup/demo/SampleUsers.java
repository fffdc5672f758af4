package cn.gov.henan.officecleanup.demo;

import cn.gov.henan.officecleanup.identity.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One user for each group, with the group's id as user id and as password. Exists in the demo profile only. */
@Component
@Profile("demo")
@Order(1)
class SampleUsers implements ApplicationRunner {

  private final IdentityService identity;

  SampleUsers(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    identity.createGroupQuery().list().stream().filter(group -> !group.getId().equals(Groups.ADMINISTRATORS)).forEach(this::ensure);
  }

  private void ensure(Group group) {
    if (identity.createUserQuery().userId(group.getId()).count() > 0) {
      return;
    }
    User user = identity.newUser(group.getId());
    user.setFirstName("");
    user.setLastName(group.getName() + (group.getName().endsWith("负责同志") || group.getName().endsWith("人员") ? "" : "经办人"));
    user.setPassword(group.getId());
    identity.saveUser(user);
    identity.createMembership(user.getId(), group.getId());
  }
}
