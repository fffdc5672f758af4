package cn.gov.officecleanup.mechanism.administration;

import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups there are, by the unit (government, provincial department, bureau, office) that they belong to, and who is in them. */
@Component
public class UnitGroups {

  /**
   * A group.
   *
   * @param id see {@link Groups}
   * @param name in Chinese
   * @param unit id of the unit: of the group of its officials
   * @param unitName name of the unit in Chinese
   */
  public record UnitGroup(String id, String name, String unit, String unitName) {
  }

  private final IdentityService identity;
  private final GroupNames names;
  private final JdbcClient jdbc;

  UnitGroups(@Lazy IdentityService identity, GroupNames names, JdbcClient jdbc) {
    this.identity = identity;
    this.names = names;
    this.jdbc = jdbc;
  }

  /** @return every group that whoever is signed in may read, by units and in these who proposes first */
  public List<UnitGroup> all() {
    List<String> ids = identity.createGroupQuery().list().stream().map(Group::getId).toList();
    return named(ids).values().stream().sorted(Comparator.comparing(UnitGroup::unit).thenComparing(UnitGroup::id)).toList();
  }

  /** @return these groups by their ids */
  Map<String, UnitGroup> named(Collection<String> ids) {
    Map<String, String> known = names.namesOf(ids.stream().flatMap(id -> Stream.of(id, unitOf(id))).toList());
    return ids.stream()
        .distinct()
        .collect(Collectors.toMap(id -> id, id -> new UnitGroup(id, known.get(id), unitOf(id), GroupNames.unitOf(known.get(unitOf(id))))));
  }

  /** @return the group of a name as {@link GroupNames} gives it, or of an id */
  static Optional<UnitGroup> find(List<UnitGroup> groups, String written) {
    String wanted = SearchText.canonical(written);
    return groups.stream().filter(group -> group.id().equals(written) || SearchText.canonical(group.name()).equals(wanted)).findFirst();
  }

  /**
   * @return ids of the groups by the ids of the users who are in them; of a directory, which keeps them itself, of the given users alone
   */
  Map<String, List<String>> ofUsers(Collection<String> users) {
    if (identity.isReadOnly()) {
      return users.stream()
          .collect(Collectors.toMap(user -> user,
              user -> identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).sorted().toList()));
    }
    return jdbc.sql("select user_id_, group_id_ from act_id_membership order by group_id_")
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static String unitOf(String group) {
    return Groups.ofSameGovernment(group).get(0);
  }
}
