package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the disposal of one frozen asset (C6). Its title names the asset first: a task list shows only the beginning. */
@Component
public class OpeningDisposalCase implements ExecutionListener {

  private final AssetLedger ledger;
  private final Disposals disposals;

  OpeningDisposalCase(AssetLedger ledger, Disposals disposals) {
    this.ledger = ledger;
    this.disposals = disposals;
  }

  /** @return number and name of the asset */
  public String asset(Long assetId) {
    FrozenAsset asset = ledger.get(assetId);
    return asset.assetNumber() + " " + asset.name();
  }

  @Override
  public void notify(DelegateExecution execution) {
    disposals.begin(execution.getProcessBusinessKey(), (Long) execution.getVariable("assetId"));
  }
}
