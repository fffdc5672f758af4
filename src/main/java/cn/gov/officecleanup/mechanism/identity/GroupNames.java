package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.GovernmentLevel;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartment;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What groups are called in front of officials. */
@Component
public class GroupNames {

  private static final Map<String, String> PROVINCE = Map.of(Groups.PROVINCIAL_BUREAU, "省机关事务管理局", Groups.PROVINCIAL_BUREAU_LEADER,
      "省机关事务管理局负责同志", Groups.NATIONAL_BUREAU, "国家机关事务管理局", Groups.AUDIT, "审计部门", Groups.DISCIPLINE, "纪检监察机关", Groups.SUPERVISORS, "督查人员",
      Groups.ADMINISTRATORS, "系统管理员", Groups.SECURITY_ADMINISTRATORS, "安全管理员", Groups.AUDIT_ADMINISTRATORS, "审计管理员");

  private final Governments governments;
  private final ProvincialDepartments departments;

  GroupNames(Governments governments, ProvincialDepartments departments) {
    this.governments = governments;
    this.departments = departments;
  }

  /** @return the Chinese name of a group, e.g. 洛阳市人民政府负责同志; the id where it is not one of ours; 系统 for none */
  public String nameOf(String group) {
    return nameOf(group, governments::find, departments::find);
  }

  /** @return the Chinese names of groups, by their ids, found by as many statements however many they are */
  public Map<String, String> namesOf(Collection<String> groups) {
    Map<String, Government> byCode = governments.all().stream().collect(Collectors.toMap(Government::code, Function.identity()));
    Map<String, ProvincialDepartment> ofProvince = departments.all()
        .stream()
        .collect(Collectors.toMap(ProvincialDepartment::code, Function.identity()));
    return groups.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(),
            group -> nameOf(group, code -> Optional.ofNullable(byCode.get(code)), code -> Optional.ofNullable(ofProvince.get(code)))));
  }

  private static String nameOf(String group, Function<String, Optional<Government>> governments,
      Function<String, Optional<ProvincialDepartment>> departments) {
    if (group == null) {
      return "系统";
    }
    if (PROVINCE.containsKey(group)) {
      return PROVINCE.get(group);
    }
    Optional<String> department = Groups.departmentOf(group).flatMap(departments).map(ProvincialDepartment::title);
    if (department.isPresent()) {
      return department.get() + (group.endsWith("Leader") ? "负责同志" : "");
    }
    return Groups.governmentOf(group).flatMap(governments).map(government -> switch (Groups.roleOf(group)) {
      case "Leader" -> government.title() + "负责同志";
      case "Finance" -> government.name() + "财政部门";
      case "FinanceLeader" -> government.name() + "财政部门负责同志";
      case "Affairs" -> government.name() + "机关事务管理部门";
      case "Personnel" -> government.name() + "人社部门";
      case "Organization" -> government.name() + "组织部门";
      case "Establishment" -> government.level() == GovernmentLevel.PROVINCE ? "省委编办" : government.name() + "机构编制部门";
      default -> government.title();
    }).orElse(group);
  }
}
