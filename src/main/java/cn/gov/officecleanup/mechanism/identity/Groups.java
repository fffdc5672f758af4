package cn.gov.officecleanup.mechanism.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place that knows how groups are named. Ids are alphanumeric as the engine's default pattern wants; a government's group carries
 * its GB/T 2260 code, that of a provincial department the province's and its own number.
 */
public final class Groups {

  public static final String PROVINCIAL_BUREAU = "provincialBureau";
  public static final String PROVINCIAL_BUREAU_LEADER = "provincialBureauLeader";
  /** who receives complaints at the bureau (信访) */
  public static final String PROVINCIAL_BUREAU_PETITION = "provincialBureauPetition";
  public static final String NATIONAL_BUREAU = "nationalBureau";
  public static final String AUDIT = "audit";
  public static final String DISCIPLINE = "discipline";
  public static final String SUPERVISORS = "supervisors";
  /** system administrators (系统管理员) */
  public static final String ADMINISTRATORS = "camunda-admin";
  public static final String SECURITY_ADMINISTRATORS = "securityAdministrators";
  public static final String AUDIT_ADMINISTRATORS = "auditAdministrators";

  /** The three kinds of administrators, who check each other (三员分立): nobody is in two of these groups. */
  public static final Set<String> ADMINISTRATION = Set.of(ADMINISTRATORS, SECURITY_ADMINISTRATORS, AUDIT_ADMINISTRATORS);

  private static final List<String> OF_BUREAU = List.of(PROVINCIAL_BUREAU, PROVINCIAL_BUREAU_LEADER, PROVINCIAL_BUREAU_PETITION);
  private static final Set<String> PROVINCE_WIDE = Set.of(PROVINCIAL_BUREAU, PROVINCIAL_BUREAU_LEADER, AUDIT, DISCIPLINE, SUPERVISORS);

  private static final String GOVERNMENT_PREFIX = "gov";
  private static final int GOVERNMENT_GROUP_LENGTH = GOVERNMENT_PREFIX.length() + 6;
  private static final String DEPARTMENT = "Dept";
  private static final String LEADING = "Leader";
  private static final String PETITION = "Petition";
  private static final Pattern OFFICIALS = Pattern.compile("gov\\d{6}(Dept\\d{2}|Finance)?");
  private static final Pattern LEADER = Pattern.compile("gov\\d{6}(Dept\\d{2})?Leader");
  private static final Pattern CONFIRMING = Pattern.compile("gov\\d{6}(Finance|Personnel|Affairs|Organization|Establishment)");
  private static final Pattern PROVINCIAL_GOVERNMENT = Pattern.compile("gov\\d{2}0000");
  private static final Pattern OF_DEPARTMENT = Pattern.compile("gov\\d{2}0000Dept(\\d{2})(Leader)?");

  private static final String OFFICE_PREFIX = "office";
  private static final String HEADING = "Head";
  private static final Pattern OF_OFFICE = Pattern.compile("office(\\d{1,18})(Head)?");

  private Groups() {
  }

  /** @return the group of the staff of a kept office by its key in the register, of letters and digits alone as its number is not */
  public static String staffOf(long officeId) {
    return OFFICE_PREFIX + officeId;
  }

  /** @return the group of the head of a kept office, who signs there */
  public static String headOf(long officeId) {
    return staffOf(officeId) + HEADING;
  }

  /** @return the groups of a kept office */
  public static List<String> ofOffice(long officeId) {
    return List.of(staffOf(officeId), headOf(officeId));
  }

  /** @return the key in the register of the office that a group belongs to; empty for every other group */
  public static Optional<Long> officeOf(String group) {
    Matcher matcher = OF_OFFICE.matcher(group);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** @return whether it is the group of the head of an office */
  static boolean headsOffice(String group) {
    return group.endsWith(HEADING) && officeOf(group).isPresent();
  }

  /** @return the group of the officials of a government, e.g. {@code gov410300} */
  public static String officialsOf(String governmentCode) {
    return GOVERNMENT_PREFIX + governmentCode;
  }

  /** @return the group of a government's leader in charge, who signs */
  public static String leaderOf(String governmentCode) {
    return officialsOf(governmentCode) + LEADING;
  }

  /** @return the group of a government's finance department, which approves disposals */
  public static String financeOf(String governmentCode) {
    return officialsOf(governmentCode) + "Finance";
  }

  /** @return the group of the leader of a government's finance department, who signs what that department issues */
  public static String financeLeaderOf(String governmentCode) {
    return financeOf(governmentCode) + LEADING;
  }

  /** @return the group of a government's department of government offices (机关事务管理部门), which takes land, houses and vehicles back */
  public static String affairsOf(String governmentCode) {
    return officialsOf(governmentCode) + "Affairs";
  }

  /** @return the group of a government's personnel department, which confirms placements */
  public static String personnelOf(String governmentCode) {
    return officialsOf(governmentCode) + "Personnel";
  }

  /** @return the group of the organization department beside a government, which confirms placements of civil servants */
  public static String organizationOf(String governmentCode) {
    return officialsOf(governmentCode) + "Organization";
  }

  /** @return the group of the organ beside a government that keeps its establishment, which takes posts back */
  public static String establishmentOf(String governmentCode) {
    return officialsOf(governmentCode) + "Establishment";
  }

  /** @return the group of who receives complaints at a government (信访), who alone see who complains */
  public static String petitionOf(String governmentCode) {
    return officialsOf(governmentCode) + PETITION;
  }

  /** @return whether it is a group of who receives complaints, at a government or at the bureau */
  public static boolean receivesComplaints(String group) {
    return group.equals(PROVINCIAL_BUREAU_PETITION) || governmentOf(group).isPresent() && roleOf(group).equals(PETITION);
  }

  /** @return the groups of a government: its officials, its leader and the departments that approve, sign or confirm */
  static List<String> ofGovernment(String governmentCode) {
    return List.of(officialsOf(governmentCode), leaderOf(governmentCode), financeOf(governmentCode), financeLeaderOf(governmentCode),
        personnelOf(governmentCode), affairsOf(governmentCode), organizationOf(governmentCode), establishmentOf(governmentCode),
        petitionOf(governmentCode));
  }

  /** @return the group of the officials of a department of the province of a GB/T 2260 code, e.g. {@code gov410000Dept01} */
  public static String officialsOfDepartment(String provinceCode, String departmentCode) {
    return officialsOf(provinceCode) + DEPARTMENT + departmentCode;
  }

  /** @return the group of a provincial department's leader in charge, who signs */
  public static String leaderOfDepartment(String provinceCode, String departmentCode) {
    return officialsOfDepartment(provinceCode, departmentCode) + LEADING;
  }

  /** @return whether it is the group of a provincial government's officials */
  static boolean isProvincialGovernment(String group) {
    return PROVINCIAL_GOVERNMENT.matcher(group).matches();
  }

  private static boolean leadsProvincialGovernment(String group) {
    return group.endsWith(LEADING) && isProvincialGovernment(group.substring(0, group.length() - LEADING.length()));
  }

  /** @return whether the office of those in the group reaches over every government of the province */
  static boolean reachesOverProvince(String group) {
    return PROVINCE_WIDE.contains(group) || isProvincialGovernment(group) || leadsProvincialGovernment(group);
  }

  /** @return code of the provincial department a group belongs to; empty for every other group */
  static Optional<String> departmentOf(String group) {
    Matcher matcher = OF_DEPARTMENT.matcher(group);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** @return GB/T 2260 code of the government a group belongs to; empty for groups of the bureaus and supervisors */
  static Optional<String> governmentOf(String group) {
    return group.matches("gov\\d{6}.*") ? Optional.of(group.substring(GOVERNMENT_PREFIX.length(), GOVERNMENT_GROUP_LENGTH))
        : Optional.empty();
  }

  /** @return what follows the government's code in a group's id: empty, Leader, or what tells a department */
  static String roleOf(String group) {
    return group.substring(GOVERNMENT_GROUP_LENGTH);
  }

  /** @return whether it is the group of a government's, its finance or a provincial department's leader in charge */
  static boolean isLeader(String group) {
    return LEADER.matcher(group).matches();
  }

  /**
   * @return the groups of the government, provincial department, bureau or office that a group belongs to, itself included; itself alone
   * for every other
   */
  public static List<String> ofSameGovernment(String group) {
    if (OF_BUREAU.contains(group)) {
      return OF_BUREAU;
    }
    Optional<Long> office = officeOf(group);
    if (office.isPresent()) {
      return ofOffice(office.get());
    }
    Optional<String> department = departmentOf(group);
    Optional<String> government = governmentOf(group);
    if (department.isPresent()) {
      String province = government.orElseThrow();
      return List.of(officialsOfDepartment(province, department.get()), leaderOfDepartment(province, department.get()));
    }
    return government.map(Groups::ofGovernment).orElse(List.of(group));
  }

  /**
   * Whether nobody may be in both groups, who checks would else be who is checked: administrators do no business and are of one kind
   * (三员分立); everybody works for one government, department, bureau, office or supervising body alone; and in it who proposes, who signs and
   * the departments that approve or confirm are different people. These departments check different things, and supervisors (督查) only read.
   */
  public static boolean exclude(String one, String other) {
    if (one.equals(other)) {
      return false;
    }
    if (ofAdministration(one, other)) {
      return true;
    }
    if (List.of(one, other).contains(SUPERVISORS)) {
      return false;
    }
    return !ofSameGovernment(one).contains(other) || !(isOfConfirmingDepartment(one) && isOfConfirmingDepartment(other));
  }

  /** @return whether one of them is a group of administrators */
  public static boolean ofAdministration(String one, String other) {
    return ADMINISTRATION.contains(one) || ADMINISTRATION.contains(other);
  }

  private static boolean isOfConfirmingDepartment(String group) {
    return CONFIRMING.matcher(group).matches();
  }

  static boolean belongsTo(String group, String governmentCode) {
    return group.startsWith(GOVERNMENT_PREFIX + governmentCode) && departmentOf(group).isEmpty();
  }

  /**
   * The group above another that is no office's, see {@link Superiors}.
   *
   * @param provinceCode GB/T 2260 code of the province
   */
  static String superiorOf(String group, String provinceCode) {
    if (leadsProvincialGovernment(group)) {
      return SUPERVISORS;
    }
    if (receivesComplaints(group)) {
      return group.substring(0, group.length() - PETITION.length()) + LEADING;
    }
    if (group.startsWith(GOVERNMENT_PREFIX)) {
      return OFFICIALS.matcher(group).matches() ? group + LEADING : PROVINCIAL_BUREAU;
    }
    return switch (group) {
      case PROVINCIAL_BUREAU -> PROVINCIAL_BUREAU_LEADER;
      case PROVINCIAL_BUREAU_LEADER -> officialsOf(provinceCode);
      default -> SUPERVISORS;
    };
  }
}
