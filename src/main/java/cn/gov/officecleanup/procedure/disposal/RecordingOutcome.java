package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C7: the ledger notes the one outcome of the asset; the case is closed. */
@Component
class RecordingOutcome implements JavaDelegate {

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final Proofs proofs;

  RecordingOutcome(Disposals disposals, AssetLedger ledger, Proofs proofs) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disposal disposal = disposals.get(execution.getProcessBusinessKey());
    ledger.dispose(disposal.assetId(), disposal.proposal().method(), disposal.caseNumber(), proofs.inWords(disposal.caseNumber()),
        disposal.execution().partner());
  }
}
