package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Knows the people of whom the audit log has but the ids. */
@Component
public class AuditPeople {

  private final IdentityService identity;
  private final Officials officials;

  AuditPeople(@Lazy IdentityService identity, Officials officials) {
    this.identity = identity;
    this.officials = officials;
  }

  /** @return ids of the users whose id or name holds what was typed, and that itself: who was deleted is found by the whole id */
  public List<String> idsOf(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(typed.strip()),
        users(List.of()).stream()
            .filter(
                user -> user.getId().toLowerCase(Locale.ROOT).contains(wanted) || nameOf(user).toLowerCase(Locale.ROOT).contains(wanted))
            .map(User::getId))
        .distinct()
        .toList();
  }

  /** @return the names that these users have now, by id; nothing of who is not there */
  public Map<String, String> namesOf(Collection<String> ids) {
    return ids.isEmpty() ? Map.of()
        : users(ids).stream().filter(user -> !nameOf(user).isBlank()).collect(Collectors.toMap(User::getId, AuditPeople::nameOf));
  }

  private List<User> users(Collection<String> ids) {
    return officials.asApplication(
        () -> ids.isEmpty() ? identity.createUserQuery().list() : identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).list());
  }

  private static String nameOf(User user) {
    return Objects.toString(user.getLastName(), "") + Objects.toString(user.getFirstName(), "");
  }
}
