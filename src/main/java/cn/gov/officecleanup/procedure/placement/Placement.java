package cn.gov.officecleanup.procedure.placement;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a person is placed (C6), as last handed in.
 *
 * @param caseNumber number of the placement's case
 * @param outcome null before a plan was made
 * @param receivingUnit of placements to a unit, else null
 * @param takesEffectOn first day in the new place, or last day of the contract; null before a plan was made
 * @param monthlyWage of contracts ended, else null; yuan
 * @param localMonthlyWage of contracts ended, else null; yuan
 * @param compensation yuan, to the fen; null where none is due or it is not computed yet
 * @param toldOn null before the person was told
 * @param objectedOn null where the person agreed
 * @param objection null where the person agreed
 * @param carriedOutOn null before it was carried out
 * @param voucher of the payment; null where none is due
 * @param paidOn null where none is due
 */
public record Placement(String caseNumber, long personId, PlacementOutcome outcome, String receivingUnit, LocalDate takesEffectOn,
    BigDecimal monthlyWage, BigDecimal localMonthlyWage, String reasons, BigDecimal compensation, LocalDate toldOn, LocalDate objectedOn,
    String objection, LocalDate carriedOutOn, String voucher, LocalDate paidOn) {
}
