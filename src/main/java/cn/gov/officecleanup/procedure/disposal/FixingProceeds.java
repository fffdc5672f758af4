package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.text.InWords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** C7 (A6): the ledger notes what has to come into the treasury for the asset, be it nothing. */
@Component
class FixingProceeds implements JavaDelegate {

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final Proofs proofs;

  FixingProceeds(Disposals disposals, AssetLedger ledger, Proofs proofs) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.proofs = proofs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disposal disposal = disposals.get(execution.getProcessBusinessKey());
    if (disposal.proposal().method().yieldsProceeds()) {
      ledger.record(disposal.assetId(), LedgerStep.PRICED, disposal.proceeds(), disposal.caseNumber(),
          proofs.inWords(disposal.caseNumber(), EnumSet.of(Proofs.Owed.PROPOSAL, Proofs.Owed.EXECUTION), ProofKind.DEAL_CONFIRMATION,
              ProofKind.DISMANTLER_CERTIFICATE, ProofKind.BANK_STATEMENT, ProofKind.FEE_VOUCHER),
          inWords(disposal.execution()));
    }
  }

  private static String inWords(Disposal.Execution execution) {
    String partner = execution.partner() == null ? "" : execution.partner() + "，";
    String fees = execution.fees() == null ? "" : "，扣除税费" + InWords.yuan(execution.fees());
    return "%s价款%s%s".formatted(partner, InWords.yuan(execution.price()), fees);
  }
}
