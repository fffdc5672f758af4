package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The disposals of all cases, and what the models' gateways ask about them. */
@Repository
public class Disposals extends FormRecords<Disposal> {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final AssetLedger ledger;
  private final DisposalRules rules;
  private final DisposalProperties properties;

  Disposals(JdbcClient jdbc, AssetLedger ledger, DisposalRules rules, DisposalProperties properties) {
    super(jdbc, Disposal.class, "disposal", "disposal-proposal", "disposal-appraisal", "disposal-listing", "disposal-bidding",
        "disposal-relisting", "disposal-execution");
    this.ledger = ledger;
    this.rules = rules;
    this.properties = properties;
  }

  void begin(String caseNumber, long assetId) {
    begin(caseNumber, Map.of("assetId", assetId));
  }

  void approve(String caseNumber, String replyNumber) {
    change(caseNumber, Map.of("replyNumber", replyNumber));
  }

  /** Finance has confirmed the price, and the taxes and fees, of the deal as it stands. */
  void confirm(Disposal disposal) {
    Map<String, Object> confirmed = new HashMap<>(Map.of("approvedPrice", disposal.yield()));
    confirmed.put("approvedFees", disposal.fees());
    change(disposal.caseNumber(), confirmed);
  }

  /** Nobody bid. */
  void noteFailure(Disposal disposal) {
    change(disposal.caseNumber(), Map.of("failures", disposal.failures() == null ? 1 : disposal.failures() + 1));
  }

  /** A way is proposed, after a failed sale another: what was announced is over. */
  void endListing(String caseNumber) {
    clear(caseNumber, "announcedOn", "biddingEndsOn", "reservePrice", "deposit", "biddingHeldOn", "approvedReserve");
  }

  /** @return the disposals of an abolition's assets, by asset number */
  public List<Disposal> of(String abolitionCase) {
    return select("""
      asset_id in (select id from frozen_asset where case_number = ?)
      order by (select length(asset_number) from frozen_asset where id = asset_id), (select asset_number from frozen_asset where
        id = asset_id)""", abolitionCase).list();
  }

  /** @return what the rules provide for the disposal as proposed */
  DisposalRule ruleOf(Disposal disposal) {
    return rules.of(ledger.get(disposal.assetId()), disposal.proposal().method());
  }

  /** @return whether the asset must be appraised first (A3) */
  public boolean needsAppraisal(String caseNumber) {
    return ruleOf(get(caseNumber)).appraisal();
  }

  /** @return whether the same-level finance department must approve (A2); a sale by agreement always needs it (A4) */
  public boolean needsFinance(String caseNumber) {
    Disposal disposal = get(caseNumber);
    return ruleOf(disposal).finance() || disposal.proposal().saleMode() == SaleMode.AGREEMENT;
  }

  /** @return whether the department of government offices must say first whether it takes the asset back */
  public boolean needsAffairs(String caseNumber) {
    return ruleOf(get(caseNumber)).affairs();
  }

  /** @return whether the asset is to be sold to whoever bids most (A4) */
  public boolean soldInTheOpen(String caseNumber) {
    Disposal.Proposal proposal = get(caseNumber).proposal();
    return proposal.method() == DisposalMethod.SALE && proposal.saleMode().open();
  }

  /** @return the lowest opening price of the next listing, yuan: the line, or what finance approved after a failed sale */
  BigDecimal lowestReserveOf(Disposal disposal) {
    return disposal.approvedReserve() == null ? floorOf(disposal) : disposal.approvedReserve();
  }

  /** @return the lowest opening price that finance may approve after a failed sale, yuan, rounded up to the fen */
  BigDecimal lowestRelistingOf(Disposal disposal) {
    return part(disposal.reservePrice(), 100 - properties.relistingReductionPercent());
  }

  /** @return the lowest price without fresh approval (A5), yuan, rounded up to the fen; null where the asset was not appraised */
  BigDecimal floorOf(Disposal disposal) {
    return disposal.appraisal() == null ? null : part(disposal.appraisal().value(), properties.lowestPercent());
  }

  private static BigDecimal part(BigDecimal yuan, int percent) {
    return yuan.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.CEILING);
  }

  /**
   * @return whether finance has still to confirm the deal at this price: below the legal share of the appraised value (A5) and not at an
   * opening price that it approved after a failed sale, less collected than was claimed, or taxes and fees beyond the usual share (A6)
   */
  public boolean toConfirm(String caseNumber) {
    Disposal disposal = get(caseNumber);
    boolean atThisPrice = Objects.equals(disposal.approvedPrice(), disposal.yield());
    boolean withTheseFees = atThisPrice && Objects.equals(disposal.approvedFees(), disposal.fees());
    return isLow(disposal) && !atThisPrice || feesAreHigh(disposal) && !withTheseFees;
  }

  private boolean isLow(Disposal disposal) {
    return switch (disposal.proposal().method()) {
      case SALE -> disposal.yield().compareTo(lowestReserveOf(disposal).min(floorOf(disposal))) < 0;
      case EXCHANGE -> disposal.yield().compareTo(floorOf(disposal)) < 0;
      case REMITTANCE -> {
        FrozenAsset asset = ledger.get(disposal.assetId());
        yield asset.kind() == AssetKind.CLAIM && disposal.yield().compareTo(asset.bookValue()) < 0;
      }
      default -> false;
    };
  }

  private boolean feesAreHigh(Disposal disposal) {
    return disposal.fees() != null
        && disposal.fees().multiply(HUNDRED).compareTo(disposal.price().multiply(BigDecimal.valueOf(properties.mostFeesPercent()))) > 0;
  }

  /** @return whether something is still to come into the treasury for the asset (A6) */
  public boolean outstanding(String caseNumber) {
    return ledger.outstandingOf(get(caseNumber).assetId()).signum() > 0;
  }
}
