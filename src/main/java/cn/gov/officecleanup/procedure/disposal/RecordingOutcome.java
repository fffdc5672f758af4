package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C7: the ledger notes the one outcome of the asset; the case is closed. */
@Component
class RecordingOutcome implements JavaDelegate {

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final Proofs proofs;

  RecordingOutcome(Disposals disposals, AssetLedger ledger, CaseFiles cases, Proofs proofs) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.cases = cases;
    this.proofs = proofs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disposal disposal = disposals.get(execution.getProcessBusinessKey());
    cases.close(disposal.caseNumber(), "DISPOSED");
    ledger.dispose(disposal.assetId(), disposal.proposal().method(), disposal.caseNumber(),
        proofs.inWords(disposal.caseNumber()), disposal.execution().partner());
  }
}
