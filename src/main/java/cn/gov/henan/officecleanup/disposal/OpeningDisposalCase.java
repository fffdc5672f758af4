package cn.gov.henan.officecleanup.disposal;

import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.ledger.AssetLedger;
import cn.gov.henan.officecleanup.ledger.FrozenAsset;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case in which one frozen asset is disposed of (C6), below the abolition's. */
@Component
class OpeningDisposalCase implements ExecutionListener {

  private static final String PROCEDURE = "asset-disposal";
  private static final String CASE_PREFIX = "ZC";

  private final CaseFiles cases;
  private final AssetLedger ledger;
  private final Disposals disposals;

  OpeningDisposalCase(CaseFiles cases, AssetLedger ledger, Disposals disposals) {
    this.cases = cases;
    this.ledger = ledger;
    this.disposals = disposals;
  }

  @Override
  public void notify(DelegateExecution execution) {
    FrozenAsset asset = ledger.get((Long) execution.getVariable("assetId"));
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE,
        "%s资产处置：%s %s".formatted(execution.getVariable("officeName"), asset.assetNumber(), asset.name()),
        (String) execution.getVariable("governmentCode"), asset.officeId(), execution.getProcessBusinessKey());
    disposals.begin(caseNumber, asset.id());
    execution.setProcessBusinessKey(caseNumber);
  }
}
