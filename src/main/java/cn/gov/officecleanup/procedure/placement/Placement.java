package cn.gov.officecleanup.procedure.placement;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a person is placed (C6), as last handed in.
 *
 * @param caseNumber   number of the placement's case
 * @param plan         null before one was made
 * @param compensation yuan, to the fen; null where none is due or it is not computed yet
 * @param told         null before the person was told
 * @param answer       of the leader to an objection; null where there is none
 * @param execution    null before it was carried out
 */
public record Placement(String caseNumber, long personId, Plan plan, BigDecimal compensation, Told told, String answer, Execution execution) {

  /**
   * What is planned.
   *
   * @param receivingUnit    of placements to a unit, else null
   * @param takesEffectOn    first day in the new place, or last day of the contract
   * @param monthlyWage      of contracts ended, else null; yuan
   * @param localMonthlyWage of contracts ended, else null; yuan
   */
  public record Plan(PlacementOutcome outcome, String receivingUnit, LocalDate takesEffectOn, BigDecimal monthlyWage, BigDecimal localMonthlyWage,
              String reasons) {
  }

  /**
   * What the person was told and said.
   *
   * @param objectedOn null where the person agreed
   * @param objection  null where the person agreed
   */
  public record Told(LocalDate on, LocalDate objectedOn, String objection) {
  }

  /**
   * How it was carried out.
   *
   * @param voucher of the payment; null where none is due
   * @param paidOn  null where none is due
   */
  public record Execution(LocalDate on, String voucher, LocalDate paidOn) {
  }
}
