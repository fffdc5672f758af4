package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.ledger.Shares;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a disposal writes into the ledger (C7): an entry for each asset, all of a lot with the same document. What a lot brings is spread
 * over its assets by their appraised values, exact to the fen.
 */
@Component
class DisposalEntries {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final Disposals disposals;
  private final Lots lots;
  private final AssetLedger ledger;

  DisposalEntries(Disposals disposals, Lots lots, AssetLedger ledger) {
    this.disposals = disposals;
    this.lots = lots;
    this.ledger = ledger;
  }

  /** @param step one that has no amount */
  void note(Disposal disposal, LedgerStep step, String document, String note) {
    disposals.assetsOf(disposal).forEach(asset -> ledger.record(asset.id(), step, NOTHING, disposal.caseNumber(), document, note));
  }

  /** @param values appraised value of each of the assets, by key, yuan */
  void appraise(Disposal disposal, Map<Long, BigDecimal> values, String document, String note) {
    for (FrozenAsset asset : disposals.assetsOf(disposal)) {
      ledger.record(asset.id(), LedgerStep.APPRAISED, values.get(asset.id()), disposal.caseNumber(), document, note);
    }
  }

  /** What the deal brings, less taxes and fees; no asset bears more of these than it brings. */
  void price(Disposal disposal, String document, String note) {
    List<Lots.Item> lot = lots.of(disposal.caseNumber());
    if (lot.isEmpty()) {
      ledger.record(disposal.assetId(), LedgerStep.PRICED, disposal.proceeds(), disposal.caseNumber(), document, note);
      return;
    }
    List<BigDecimal> values = lot.stream().map(Lots.Item::appraisedValue).toList();
    List<BigDecimal> prices = Shares.of(disposal.price(), values);
    BigDecimal deducted = disposal.fees() == null ? NOTHING : disposal.fees();
    List<BigDecimal> fees = Shares.of(deducted, disposal.price().signum() == 0 ? values : prices);
    for (int i = 0; i < lot.size(); i++) {
      ledger.record(lot.get(i).assetId(), LedgerStep.PRICED, prices.get(i).subtract(fees.get(i)), disposal.caseNumber(), document,
          "%s；打包处置%d项，按评估价分摊，本项价款%s%s".formatted(note, lot.size(), InWords.yuan(prices.get(i)),
              fees.get(i).signum() == 0 ? "" : "，税费" + InWords.yuan(fees.get(i))));
    }
  }

  void receive(Disposal disposal, BigDecimal amount, String receiptNumber, String document, String note) {
    List<Long> assets = disposals.assetsOf(disposal).stream().map(FrozenAsset::id).toList();
    ledger.receive(assets, amount, receiptNumber, disposal.caseNumber(), document,
        assets.size() == 1 ? note : "%s；票据金额%s，打包处置%d项分摊".formatted(note, InWords.yuan(amount), assets.size()));
  }

  void dispose(Disposal disposal, String document) {
    disposals.assetsOf(disposal)
        .forEach(asset -> ledger.dispose(asset.id(), disposal.proposal().method(), disposal.caseNumber(), document,
            disposal.execution().partner()));
  }
}
