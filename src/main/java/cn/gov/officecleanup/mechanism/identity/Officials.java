package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Knows who is at work, from the engine's authentication of the current thread. */
@Component
public class Officials {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final Province province;
  /** how who is signed in is called: asked for once for each authentication, which lasts for a request */
  private final Map<Authentication, String> names = Collections.synchronizedMap(new WeakHashMap<>());

  Officials(@Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine, Province province) {
    this.identity = identity;
    this.engine = engine;
    this.province = province;
  }

  /** @return the signed-in official; empty when the application itself is at work (a timer, a start-up task) */
  public Optional<Official> current() {
    return Optional.ofNullable(identity.getCurrentAuthentication())
        .filter(authentication -> authentication.getUserId() != null)
        .map(authentication -> new Official(authentication.getUserId(), nameOf(authentication), groups(authentication.getUserId())));
  }

  /**
   * @return the signed-in official
   * @throws RefusedException when nobody is signed in
   */
  public Official required() {
    return current().orElseThrow(() -> new RefusedException("NOT_SIGNED_IN", "您尚未登录或登录已失效，请重新登录后再办理。", "身份"));
  }

  private String nameOf(Authentication signedIn) {
    String known = names.get(signedIn);
    if (known != null) {
      return known;
    }
    String name = nameOf(signedIn.getUserId());
    names.put(signedIn, name);
    return name;
  }

  /** @return the name to show for a user id: family name first as in Chinese, or the id itself */
  public String nameOf(String userId) {
    User user = asApplication(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null ? userId : nameOf(user);
  }

  /** @return the names to show for user ids, by these, found by as many statements however many they are; unknown ids have none */
  public Map<String, String> namesOf(Collection<String> userIds) {
    return userIds.isEmpty() ? Map.of()
        : asApplication(() -> identity.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list()).stream()
            .collect(Collectors.toMap(User::getId, Officials::nameOf));
  }

  private static String nameOf(User user) {
    String name = nullToEmpty(user.getLastName()) + nullToEmpty(user.getFirstName());
    return name.isBlank() ? user.getId() : name;
  }

  /** @return whether anybody else is in one of the groups */
  public boolean hasColleague(Official official, Collection<String> groups) {
    return asApplication(() -> groups.stream()
        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
        .anyMatch(user -> !user.getId().equals(official.userId())));
  }

  /** @return ids of the members of a group */
  public List<String> membersOf(String groupId) {
    return asApplication(() -> identity.createUserQuery().memberOfGroup(groupId).list()).stream().map(User::getId).toList();
  }

  /** @return addresses of the members of a group who have one, for notices by mail */
  public List<String> mailAddressesOf(String groupId) {
    return asApplication(() -> identity.createUserQuery().memberOfGroup(groupId).list()).stream()
        .map(User::getEmail)
        .filter(mail -> mail != null && !mail.isBlank())
        .toList();
  }

  /** A user directory may be that of several provinces: groups of another one's governments say nothing here. */
  private Set<String> groups(String userId) {
    List<String> known = identity.getCurrentAuthentication().getGroupIds();
    Stream<String> groups = known != null ? known.stream()
        : asApplication(() -> identity.createGroupQuery().groupMember(userId).list()).stream().map(Group::getId);
    return groups.filter(group -> Groups.governmentOf(group).map(province::contains).orElse(true)).collect(Collectors.toSet());
  }

  /**
   * Does something as the application, whoever is at work: what an official may not do or see by the own right, such as listing users.
   *
   * @return what the work gives
   */
  public <T> T asApplication(Supplier<T> work) {
    Authentication authentication = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      // the same object again, as names are known by it
      ((IdentityServiceImpl) engine.getIdentityService()).setAuthentication(authentication);
    }
  }

  private static String nullToEmpty(String text) {
    return text == null ? "" : text;
  }
}
