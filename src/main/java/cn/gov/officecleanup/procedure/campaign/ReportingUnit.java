package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.identity.Groups;

/**
 * Who reports to the province (C20): a city with its counties, a province-administered county, or a provincial department.
 *
 * @param code GB/T 2260 code of a government, that of the province followed by the department's own for a department
 * @param name full title, e.g. 洛阳市人民政府
 * @param governmentCode GB/T 2260 code; the province's for a department
 * @param department the department's code; null for a government
 */
public record ReportingUnit(String code, String name, String governmentCode, String department) {

  /** @return group of the officials who write the report */
  public String officials() {
    return department == null ? Groups.officialsOf(governmentCode) : Groups.officialsOfDepartment(governmentCode, department);
  }

  /** @return group of the leader who signs it */
  public String leader() {
    return department == null ? Groups.leaderOf(governmentCode) : Groups.leaderOfDepartment(governmentCode, department);
  }
}
