package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** C6, C7 (A1): an asset is disposed of only in the ways that its kind allows; what the inventory did not find can only be written off. */
@Component
class LawfulMethods implements LawfulOptions {

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final DisposalRules rules;

  LawfulMethods(Disposals disposals, AssetLedger ledger, DisposalRules rules) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.rules = rules;
  }

  @Override
  public String name() {
    return "disposal-methods";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    FrozenAsset asset = ledger.get(disposals.get(caseNumber).assetId());
    DisposalMethod method = DisposalMethod.valueOf(option);
    if (asset.missing() && method != DisposalMethod.WRITE_OFF) {
      return Optional.of(new Finding("ASSET_MISSING", "该资产盘点时未找到，只能按报损处置：请查明原因、落实责任后选择报损。", "C7"));
    }
    DisposalRule rule = rules.of(asset.kind(), asset.bookValue(), method);
    return rule.allowed() ? Optional.empty() : Optional.of(new Finding("METHOD_NOT_ALLOWED", rule.reason(), rule.clause()));
  }
}
