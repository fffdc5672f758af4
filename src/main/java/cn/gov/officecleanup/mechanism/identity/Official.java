package cn.gov.officecleanup.mechanism.identity;

import java.util.List;
import java.util.Set;

/**
 * Who is at work: a signed-in person with the groups the person is in.
 *
 * @param userId id of the user in the engine's identity service
 * @param name name to show, the id where none is known
 * @param groups ids of the groups, see {@link Groups}
 */
public record Official(String userId, String name, Set<String> groups) {

  public Official {
    groups = Set.copyOf(groups);
  }

  /** @return whether this official proposes, disposes and reports for the government of the given GB/T 2260 code */
  public boolean actsFor(String governmentCode) {
    return groups.contains(Groups.officialsOf(governmentCode));
  }

  /**
   * @return whether this official may read cases, documents and register rows of the given government: those who work for it, and those
   * whose office reaches over the whole province. An official of one government never reads what is another's.
   */
  public boolean mayRead(String governmentCode) {
    return readsWholeProvince() || groups.stream().anyMatch(group -> Groups.belongsTo(group, governmentCode));
  }

  /**
   * @return whether this official may read cases of the given provincial department: those who work for it, and those whose office reaches
   * over the province
   */
  public boolean mayReadOfDepartment(String departmentCode) {
    return readsWholeProvince() || groups.stream().anyMatch(group -> Groups.departmentOf(group).filter(departmentCode::equals).isPresent());
  }

  /** @return codes of the governments that this official proposes, disposes and reports for, in their order */
  public List<String> governments() {
    return groups.stream().flatMap(group -> Groups.governmentOf(group).stream()).filter(this::actsFor).distinct().sorted().toList();
  }

  /** @return codes of the provincial departments that this official works for */
  public List<String> departments() {
    return groups.stream().flatMap(group -> Groups.departmentOf(group).stream()).distinct().toList();
  }

  /**
   * @return whether this official handles the people of an office of the given government: its officials, its leader, and the departments
   * that confirm placements or take posts back; nobody else sees personal data (C6)
   */
  public boolean handlesPeopleOf(String governmentCode) {
    return groups.stream()
        .anyMatch(List.of(Groups.officialsOf(governmentCode), Groups.leaderOf(governmentCode), Groups.personnelOf(governmentCode),
            Groups.organizationOf(governmentCode), Groups.establishmentOf(governmentCode))::contains);
  }

  /** @return codes of the governments whose people this official handles, in their order */
  public List<String> governmentsWhosePeople() {
    return groups.stream().flatMap(group -> Groups.governmentOf(group).stream()).distinct().filter(this::handlesPeopleOf).sorted().toList();
  }

  /** @return whether this official's office reaches over every government of the province */
  public boolean readsWholeProvince() {
    return groups.stream().anyMatch(Groups::reachesOverProvince);
  }
}
