package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What a government applies for, as last handed in.
 *
 * @param caseNumber number of its case
 * @param officeName full name of the office
 * @param hostCityCode GB/T 2260 code of the city it is in
 * @param specialWorkEnd last day of the special work (C4), null for other kinds of work
 * @param deadline until when it can be applied for (本产品规定), null where there is no limit
 * @param receptionShare percent (0–100) of the work that receiving guests and seeking projects still is (C16)
 * @param staffEstablishment persons in the establishment, null while not yet stated
 * @param managementRules how the government manages the office (C12)
 * @param conditions conditions of an approval, as the bureau proposes and the provincial government fixes them
 * @param handedInAt when it was first handed in, null before
 */
public record Application(String caseNumber, ApplicationKind kind, String officeName, String hostCityCode, String hostCityName,
    WorkKind workKind, LocalDate specialWorkEnd, OffsetDateTime deadline, String reasons, String economicCooperation,
    String socialManagement, String publicService, Integer receptionShare, Integer staffEstablishment, String managementRules,
    String conditions, OffsetDateTime handedInAt) {

  /**
   * What the office is to do (C16).
   *
   * @param receptionShare percent (0–100) of the work that receiving guests and seeking projects still is
   */
  public record FunctionPlan(String economicCooperation, String socialManagement, String publicService, Integer receptionShare) {
  }

  /** @return what the office is to do (C16) */
  public FunctionPlan plan() {
    return new FunctionPlan(economicCooperation, socialManagement, publicService, receptionShare);
  }
}
