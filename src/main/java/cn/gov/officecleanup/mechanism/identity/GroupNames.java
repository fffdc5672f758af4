package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.GovernmentLevel;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
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
      "省机关事务管理局负责同志", Groups.PROVINCIAL_BUREAU_PETITION, "省机关事务管理局信访工作人员", Groups.NATIONAL_BUREAU, "国家机关事务管理局", Groups.AUDIT, "审计部门",
      Groups.DISCIPLINE, "纪检监察机关", Groups.SUPERVISORS, "督查人员", Groups.ADMINISTRATORS, "系统管理员", Groups.SECURITY_ADMINISTRATORS, "安全管理员",
      Groups.AUDIT_ADMINISTRATORS, "审计管理员");

  private static final String STAFF = "（工作人员）";
  private static final String HEAD = "（负责人）";

  private final Governments governments;
  private final ProvincialDepartments departments;
  private final OfficeRegister register;

  GroupNames(Governments governments, ProvincialDepartments departments, OfficeRegister register) {
    this.governments = governments;
    this.departments = departments;
    this.register = register;
  }

  /** @return the Chinese name of a group, e.g. 洛阳市人民政府负责同志, 洛阳市人民政府驻郑州办事处（负责人）; the id where it is not one of ours; 系统 for none */
  public String nameOf(String group) {
    return nameOf(group, governments::find, departments::find, register::findById);
  }

  /** @return the Chinese names of groups, by their ids, found by as many statements however many they are */
  public Map<String, String> namesOf(Collection<String> groups) {
    Map<String, Government> byCode = governments.all().stream().collect(Collectors.toMap(Government::code, Function.identity()));
    Map<String, ProvincialDepartment> ofProvince = departments.all()
        .stream()
        .collect(Collectors.toMap(ProvincialDepartment::code, Function.identity()));
    Map<Long, Office> offices = register.all(groups.stream().flatMap(group -> Groups.officeOf(group).stream()).distinct().toList())
        .stream()
        .collect(Collectors.toMap(Office::id, Function.identity()));
    return groups.stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), group -> nameOf(group, code -> Optional.ofNullable(byCode.get(code)),
            code -> Optional.ofNullable(ofProvince.get(code)), id -> Optional.ofNullable(offices.get(id)))));
  }

  /** @return the name of the unit of which this is the name of the first group, see {@link Groups#ofSameGovernment} */
  public static String unitOf(String nameOfGroup) {
    return nameOfGroup.endsWith(STAFF) ? nameOfGroup.substring(0, nameOfGroup.length() - STAFF.length()) : nameOfGroup;
  }

  private static String nameOf(String group, Function<String, Optional<Government>> governments,
      Function<String, Optional<ProvincialDepartment>> departments, Function<Long, Optional<Office>> offices) {
    if (group == null) {
      return "系统";
    }
    if (PROVINCE.containsKey(group)) {
      return PROVINCE.get(group);
    }
    Optional<String> office = Groups.officeOf(group).flatMap(offices).map(Office::name);
    if (office.isPresent()) {
      return office.get() + (Groups.headsOffice(group) ? HEAD : STAFF);
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
      case "Petition" -> government.title() + "信访工作人员";
      case "Establishment" -> government.level() == GovernmentLevel.PROVINCE ? "省委编办" : government.name() + "机构编制部门";
      default -> government.title();
    }).orElse(group);
  }
}
