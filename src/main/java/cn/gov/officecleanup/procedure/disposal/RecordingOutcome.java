package cn.gov.officecleanup.procedure.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C7: the ledger notes the one outcome of each asset; the case is closed, and with it those that wait for the lot. */
@Component
class RecordingOutcome implements JavaDelegate {

  private final Disposals disposals;
  private final DisposalEntries entries;
  private final Pooling pooling;
  private final Proofs proofs;

  RecordingOutcome(Disposals disposals, DisposalEntries entries, Pooling pooling, Proofs proofs) {
    this.disposals = disposals;
    this.entries = entries;
    this.pooling = pooling;
    this.proofs = proofs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disposal disposal = disposals.get(execution.getProcessBusinessKey());
    pooling.end(disposal);
    entries.dispose(disposal, proofs.inWords(disposal.caseNumber()));
  }
}
