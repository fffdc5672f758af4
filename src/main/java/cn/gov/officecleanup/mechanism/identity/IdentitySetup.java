package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeEntered;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartment;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Creates the groups of every government that takes part and of the bureaus, with their authorizations, before anyone can log in. Running
 * it again adds what is new and leaves the rest.
 */
@Component
public class IdentitySetup implements SmartInitializingSingleton {

  private final IdentityService identity;
  private final Governments governments;
  private final ProvincialDepartments departments;
  private final Province province;
  private final GroupNames names;
  private final Officials officials;
  private final AdministratorAccount administrator;
  private final GroupAuthorizations authorizations;
  private final List<String> furtherCounties;

  IdentitySetup(IdentityService identity, Governments governments, ProvincialDepartments departments, Province province, GroupNames names,
      Officials officials, AdministratorAccount administrator, GroupAuthorizations authorizations,
      @Value("${cleanup.further-counties:}") List<String> furtherCounties) {
    this.identity = identity;
    this.governments = governments;
    this.departments = departments;
    this.province = province;
    this.names = names;
    this.officials = officials;
    this.administrator = administrator;
    this.authorizations = authorizations;
    this.furtherCounties = furtherCounties;
  }

  @Override
  public void afterSingletonsInstantiated() {
    administrator.ensure();
    List.of(Groups.PROVINCIAL_BUREAU, Groups.PROVINCIAL_BUREAU_LEADER, Groups.PROVINCIAL_BUREAU_PETITION, Groups.NATIONAL_BUREAU,
        Groups.AUDIT, Groups.DISCIPLINE, Groups.SUPERVISORS, Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS,
        Groups.AUDIT_ADMINISTRATORS).forEach(this::ensure);
    Stream.concat(governments.concerned().stream(), furtherCounties.stream().map(governments::get))
        .map(Government::code)
        .distinct()
        .flatMap(code -> Groups.ofGovernment(code).stream())
        .forEach(this::ensure);
    ensureGroupsOfDepartments();
  }

  /** A county that has its first office in the register now needs its groups. */
  @EventListener
  void officeEntered(OfficeEntered entered) {
    officials.asApplication(() -> {
      if (identity.isReadOnly() || find(Groups.officialsOf(entered.governmentCode())).isEmpty()) {
        Groups.ofGovernment(entered.governmentCode()).forEach(this::ensure);
      }
      return null;
    });
  }

  /** Creates what the officials of the provincial departments in the register need; to be done as the application. */
  public void ensureGroupsOfDepartments() {
    departments.ofRegister()
        .stream()
        .map(ProvincialDepartment::code)
        .flatMap(code -> Stream.of(Groups.officialsOfDepartment(province.code(), code), Groups.leaderOfDepartment(province.code(), code)))
        .forEach(this::ensure);
  }

  /** Creates what is missing of a group, or gives it the name that its unit has now; to be done as the application. */
  void ensure(String groupId) {
    // a directory keeps its groups itself; what they may do is kept here in any case
    if (!identity.isReadOnly()) {
      Optional<Group> present = find(groupId);
      String name = names.nameOf(groupId);
      if (present.filter(group -> group.getName().equals(name)).isEmpty()) {
        Group group = present.orElseGet(() -> identity.newGroup(groupId));
        group.setName(name);
        group.setType("WORKFLOW");
        identity.saveGroup(group);
      }
    }
    authorizations.ensure(groupId);
  }

  /** @return the group, one that is made in this transaction included */
  Optional<Group> find(String groupId) {
    return Optional.ofNullable(((IdentityServiceImpl) identity).getCommandExecutor()
        .execute(context -> context.getReadOnlyIdentityProvider().findGroupById(groupId)));
  }
}
