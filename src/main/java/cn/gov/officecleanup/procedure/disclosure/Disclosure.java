package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.form.YesNo;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an office discloses of the receptions of a year, in one version. Amounts in yuan.
 *
 * @param publishBy last day on which it is in time
 * @param corrects version whose place it takes; null for the first
 * @param servedFrom first day of the part of the year in which the office stood
 * @param servedTo last day of it
 * @param paid final figure of the year, as counted; of the others see {@link cn.gov.officecleanup.procedure.reception.ReceptionYear}
 * @param standards in force, one a line
 * @param booked final figure by the accounts
 * @param accountsApprovedOn day on which the finance department approved the accounts
 * @param secret whether the release review found state secrets
 * @param personal whether it found personal data
 * @param thirdParty whether it found what concerns a third party
 */
record Disclosure(String caseNumber, long officeId, int disclosedYear, LocalDate publishBy, Integer corrects, String correctionReason,
    LocalDate servedFrom, LocalDate servedTo, BigDecimal budget, BigDecimal adjustments, BigDecimal paid, BigDecimal paidForEarlierEvents,
    BigDecimal refundedOfEarlierPayments, BigDecimal unpaid, Integer receptions, Integer guests, String standards, String explanation,
    BigDecimal booked, LocalDate accountsApprovedOn, String accountsNumber, YesNo secret, YesNo personal, YesNo thirdParty) {

  /** @return whether nobody was received and nothing paid */
  boolean nil() {
    return receptions == 0 && paid.signum() == 0;
  }

  /** @return what the year may have cost; null where no budget was entered */
  BigDecimal limit() {
    return budget == null ? null : budget.add(adjustments);
  }

  /** @return whether more was paid than the budget allowed, or without one */
  boolean overBudget() {
    return budget == null ? paid.signum() > 0 : paid.compareTo(limit()) > 0;
  }
}
