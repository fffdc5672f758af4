package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6, C7 (A1): the kind of asset may be disposed of in the proposed way; what the inventory did not find can only be written off. */
@Component
class MethodAllowed extends Check {

  private final Disposals disposals;
  private final AssetLedger ledger;

  MethodAllowed(CaseFindings findings, Disposals disposals, AssetLedger ledger) {
    super(findings);
    this.disposals = disposals;
    this.ledger = ledger;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Disposal disposal = disposals.get(caseNumber);
    FrozenAsset asset = ledger.get(disposal.assetId());
    List<Finding> findings = new ArrayList<>();
    DisposalRule rule = disposals.ruleOf(disposal);
    if (!rule.allowed()) {
      findings.add(new Finding("METHOD_NOT_ALLOWED", rule.reason(), rule.clause()));
    }
    if (asset.missing() && disposal.proposal().method() != DisposalMethod.WRITE_OFF) {
      findings.add(new Finding("ASSET_MISSING", "该资产盘点时未找到，只能按报损处置：请查明原因、落实责任后选择报损。", "C7"));
    }
    return findings;
  }
}
