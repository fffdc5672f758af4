package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How an asset is disposed of (C6), as last handed in.
 *
 * @param caseNumber number of the disposal's case
 * @param replyNumber document number of the approval; null before
 * @param biddingEndsOn last day on which bids are taken
 * @param reservePrice opening price (起始价), yuan
 * @param deposit what bidders deposit (保证金), yuan
 * @param failures how often nobody bid (流拍); null for never
 * @param approvedReserve opening price that the finance department approved after a failed sale, yuan; null where there is none
 * @param partnerExplanation why a buyer whose name is nearly that of somebody of the office is somebody else; null where nothing is to be
 * explained
 * @param approvedPrice price below the line that the finance department approved afresh (A5), yuan; null where there is none
 * @param approvedFees taxes and fees beyond the usual share that it confirmed, yuan; null where there are none
 */
public record Disposal(String caseNumber, long assetId, DisposalMethod method, SaleMode saleMode, String receiver, TitleState titleState,
    String reasons, String agency, String licence, String report, LocalDate referenceDate, BigDecimal appraisedValue, String replyNumber,
    LocalDate announcedOn, LocalDate biddingEndsOn, BigDecimal reservePrice, BigDecimal deposit, LocalDate biddingHeldOn, Integer failures,
    BigDecimal approvedReserve, String partner, String representative, String partnerExplanation, LocalDate carriedOutOn, BigDecimal price,
    BigDecimal fees, BigDecimal receivedValue, String venue, String announcement, Boolean disclosed, BigDecimal approvedPrice,
    BigDecimal approvedFees) {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  /**
   * @param saleMode of sales only, else null
   * @param receiver unit that is to get the asset; null where none does
   */
  public record Proposal(DisposalMethod method, SaleMode saleMode, String receiver, TitleState titleState, String reasons) {
  }

  /**
   * @param referenceDate day the value is of (评估基准日)
   * @param value yuan, two decimals
   */
  public record Appraisal(String agency, String licence, String report, LocalDate referenceDate, BigDecimal value) {
  }

  /**
   * @param partner buyer, receiving unit or dismantler; null where there is none
   * @param representative legal representative or actual controller of the partner; may be null
   * @param price price, residual value or money to remit, yuan, two decimals; null where nothing comes in
   * @param fees taxes and fees of the deal, which are deducted before the rest goes to the treasury (A6), yuan, two decimals; null for none
   * @param receivedValue appraised value of what comes in exchange, yuan, two decimals; of exchanges only, else null
   * @param venue exchange or auction house; may be null
   * @param announcement number or address of the public announcement; may be null
   * @param disclosed whether it was disclosed that the buyer is connected with the office (A9)
   */
  public record Execution(String partner, String representative, LocalDate on, BigDecimal price, BigDecimal fees, BigDecimal receivedValue,
      String venue, String announcement, boolean disclosed) {
  }

  /** @return null before one was made */
  public Proposal proposal() {
    return method == null ? null : new Proposal(method, saleMode, receiver, titleState, reasons);
  }

  /** @return null before there is one */
  public Appraisal appraisal() {
    return appraisedValue == null ? null : new Appraisal(agency, licence, report, referenceDate, appraisedValue);
  }

  /** @return null before it was carried out */
  public Execution execution() {
    return carriedOutOn == null ? null
        : new Execution(partner, representative, carriedOutOn, price, fees, receivedValue, venue, announcement,
            Boolean.TRUE.equals(disclosed));
  }

  /** @return what comes into the treasury: the price less taxes and fees, yuan; 0 where nothing does */
  public BigDecimal proceeds() {
    return orNothing(price).subtract(orNothing(fees));
  }

  /** @return what is got for the asset, yuan: money and what comes in exchange */
  public BigDecimal yield() {
    return orNothing(price).add(orNothing(receivedValue));
  }

  private static BigDecimal orNothing(BigDecimal yuan) {
    return yuan == null ? NOTHING : yuan;
  }
}
