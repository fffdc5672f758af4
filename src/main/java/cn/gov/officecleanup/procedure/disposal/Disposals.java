package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    super(jdbc, Disposal.class, "disposal", "disposal-proposal", "disposal-execution");
    this.ledger = ledger;
    this.rules = rules;
    this.properties = properties;
  }

  void begin(String caseNumber, long assetId) {
    begin(caseNumber, Map.of("assetId", assetId));
  }

  void appraise(String caseNumber, Disposal.Appraisal appraisal) {
    change(caseNumber, Map.of("appraisalAgency", appraisal.agency(), "agencyLicence", appraisal.licence(), "appraisalReport",
        appraisal.report(), "appraisalDate", appraisal.referenceDate(), "appraisedValue", appraisal.value()));
  }

  void approve(String caseNumber, String replyNumber) {
    change(caseNumber, Map.of("replyNumber", replyNumber));
  }

  void approvePrice(String caseNumber, BigDecimal price) {
    change(caseNumber, Map.of("approvedPrice", price));
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

  /** @return the lowest price without fresh approval (A5), yuan, rounded up to the fen; null where the asset was not appraised */
  BigDecimal floorOf(Disposal disposal) {
    return disposal.appraisal() == null ? null
        : disposal.appraisal().value().multiply(BigDecimal.valueOf(properties.lowestPercent())).divide(HUNDRED, 2, RoundingMode.CEILING);
  }

  /** @return whether the price is below the legal share of the appraised value and not approved at that price (A5) */
  public boolean belowLine(String caseNumber) {
    Disposal disposal = get(caseNumber);
    boolean deal = Set.of(DisposalMethod.SALE, DisposalMethod.EXCHANGE).contains(disposal.proposal().method());
    return deal && disposal.yield().compareTo(floorOf(disposal)) < 0 && !Objects.equals(disposal.approvedPrice(), disposal.yield());
  }

  /** @return whether something is still to come into the treasury for the asset (A6) */
  public boolean outstanding(String caseNumber) {
    return ledger.outstandingOf(get(caseNumber).assetId()).signum() > 0;
  }
}
