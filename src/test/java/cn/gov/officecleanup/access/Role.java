package cn.gov.officecleanup.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls: nobody, and one official of each group of the demo. What is called for belongs to the county {@link #OWN_OFFICIAL} works for,
 * so that all others are outsiders as far as their group does not reach over it.
 */
enum Role {

  NOBODY(null),
  OWN_OFFICIAL("gov" + ForeignThings.COUNTY),
  OWN_LEADER("gov" + ForeignThings.COUNTY + "Leader"),
  OWN_FINANCE("gov" + ForeignThings.COUNTY + "Finance"),
  OWN_FINANCE_LEADER("gov" + ForeignThings.COUNTY + "FinanceLeader"),
  OWN_PERSONNEL("gov" + ForeignThings.COUNTY + "Personnel"),
  OTHER_OFFICIAL("gov" + ForeignThings.OTHER_COUNTY),
  OTHER_LEADER("gov" + ForeignThings.OTHER_COUNTY + "Leader"),
  OTHER_FINANCE("gov" + ForeignThings.OTHER_COUNTY + "Finance"),
  OTHER_PERSONNEL("gov" + ForeignThings.OTHER_COUNTY + "Personnel"),
  DEPARTMENT("gov410000Dept02"),
  DEPARTMENT_LEADER("gov410000Dept02Leader"),
  BUREAU("provincialBureau"),
  BUREAU_LEADER("provincialBureauLeader"),
  PROVINCE("gov410000"),
  PROVINCE_LEADER("gov410000Leader"),
  ESTABLISHMENT("provincialEstablishment"),
  NATIONAL_BUREAU("nationalBureau"),
  AUDIT("audit"),
  DISCIPLINE("discipline"),
  SUPERVISORS("supervisors"),
  SYSTEM_ADMINISTRATOR("camunda-admin"),
  SECURITY_ADMINISTRATOR("securityAdministrators"),
  AUDIT_ADMINISTRATOR("auditAdministrators");

  /** who reads the county's cases: its own, and those whose office reaches over the province */
  static final Set<Role> READERS = EnumSet.of(OWN_OFFICIAL, OWN_LEADER, OWN_FINANCE, OWN_FINANCE_LEADER, OWN_PERSONNEL, BUREAU,
      BUREAU_LEADER, PROVINCE, PROVINCE_LEADER, AUDIT, DISCIPLINE, SUPERVISORS);
  /** who handles the county's people: nobody else sees personal data (C6) */
  static final Set<Role> HANDLING_PEOPLE = EnumSet.of(OWN_OFFICIAL, OWN_LEADER, OWN_PERSONNEL);
  static final Set<Role> OWN = EnumSet.of(OWN_OFFICIAL, OWN_LEADER, OWN_FINANCE, OWN_FINANCE_LEADER, OWN_PERSONNEL);

  private final String group;

  Role(String group) {
    this.group = group;
  }

  String group() {
    return group;
  }

  /** @return user id; in the demo that of the group, the administrators' being their own */
  String userId() {
    return switch (this) {
      case SYSTEM_ADMINISTRATOR -> "admin";
      case SECURITY_ADMINISTRATOR -> "security";
      case AUDIT_ADMINISTRATOR -> "auditor";
      default -> group;
    };
  }

  boolean isAdministrator() {
    return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
  }
}
