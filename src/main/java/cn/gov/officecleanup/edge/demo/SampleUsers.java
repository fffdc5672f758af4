package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.identity.Groups;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One user for each group, with the group's id as user id and as password, and for some a second one, to whom tasks can be handed. Exists
 * in the demo profile only.
 */
@Component
@Profile("demo")
@Order(1)
class SampleUsers implements ApplicationRunner {

  private static final List<String> WITH_A_SECOND = List.of("gov410300", Groups.PROVINCIAL_BUREAU);

  private static final List<String> NAMES_OF_PEOPLE = List.of("负责同志", "人员", "人员）", "负责人）");

  private final IdentityService identity;

  SampleUsers(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    ensure();
  }

  /** Makes the users that are missing: beside those of the start, those of the offices of which the sample decides that they stay. */
  void ensure() {
    Set<String> known = identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    identity.createGroupQuery()
        .list()
        .stream()
        .filter(group -> !Groups.ADMINISTRATION.contains(group.getId()))
        .forEach(group -> ensureUsersOf(group, known));
  }

  private void ensureUsersOf(Group group, Set<String> known) {
    String name = group.getName() + (NAMES_OF_PEOPLE.stream().anyMatch(group.getName()::endsWith) ? "" : "经办人");
    ensure(group, group.getId(), name, known);
    if (WITH_A_SECOND.contains(group.getId())) {
      ensure(group, group.getId() + "Second", name + "（二）", known);
    }
  }

  private void ensure(Group group, String id, String name, Set<String> known) {
    if (known.contains(id)) {
      return;
    }
    User user = identity.newUser(id);
    user.setFirstName("");
    user.setLastName(name);
    user.setPassword(id);
    // sample passwords keep no rules
    ((IdentityServiceImpl) identity).saveUser(user, true);
    identity.createMembership(user.getId(), group.getId());
  }
}
