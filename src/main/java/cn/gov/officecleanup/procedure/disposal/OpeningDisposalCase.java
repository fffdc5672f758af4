package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
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
        // the asset first: a task list shows only the beginning
        "%s %s（%s资产处置）".formatted(asset.assetNumber(), asset.name(), execution.getVariable("officeName")),
        (String) execution.getVariable("governmentCode"), asset.officeId(), execution.getProcessBusinessKey());
    disposals.begin(caseNumber, asset.id());
    execution.setProcessBusinessKey(caseNumber);
  }
}
