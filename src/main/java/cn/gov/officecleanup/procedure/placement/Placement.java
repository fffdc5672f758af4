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
 * @param retirementBasis null where retirement is neither brought forward nor deferred
 * @param monthlyWage of contracts ended, else null; yuan
 * @param localMonthlyWage of contracts ended, else null; yuan
 * @param minimumWage local, of contracts ended, else null, as in plans made before it was asked for; yuan a month
 * @param compensation yuan, to the fen; null where none is due or it is not computed yet
 * @param toldOn null before the person was told
 * @param objectedOn null where the person agreed
 * @param objection null where the person agreed
 * @param carriedOutOn null before it was carried out
 * @param voucher of the payment; null where none is due
 * @param paidOn null where none is due
 * @param insuranceTransferredOn null before, and where the insurance stays where it is
 * @param filesTransferredOn null before, and where the files stay where they are
 * @param certificateIssuedOn of contracts ended, else null
 * @param partyTransferredOn of party members, else null
 * @param leaveSettlement null before
 * @param leaveDays days of leave that were paid for; null where none were
 * @param leavePay yuan; null where none is due
 * @param postTakenBackOn of those who held a post of the establishment, else null
 * @param postDocument number of the document that takes the post back; null where none is
 */
record Placement(String caseNumber, long personId, PlacementOutcome outcome, String receivingUnit, LocalDate takesEffectOn,
    RetirementBasis retirementBasis, BigDecimal monthlyWage, BigDecimal localMonthlyWage, BigDecimal minimumWage, String reasons,
    BigDecimal compensation, LocalDate toldOn, LocalDate objectedOn, String objection, LocalDate carriedOutOn, String voucher,
    LocalDate paidOn, LocalDate insuranceTransferredOn, LocalDate filesTransferredOn, LocalDate certificateIssuedOn,
    LocalDate partyTransferredOn, LeaveSettlement leaveSettlement, Integer leaveDays, BigDecimal leavePay, LocalDate postTakenBackOn,
    String postDocument) {

  /** @return the wages that the compensation is computed by; of contracts ended */
  EconomicCompensation.Wages wages() {
    return new EconomicCompensation.Wages(monthlyWage, localMonthlyWage, minimumWage);
  }

  /** @return the day on which the person's employment with the office has ended; null before it was carried out */
  LocalDate endedOn() {
    return carriedOutOn == null || carriedOutOn.isAfter(takesEffectOn) ? carriedOutOn : takesEffectOn;
  }
}
