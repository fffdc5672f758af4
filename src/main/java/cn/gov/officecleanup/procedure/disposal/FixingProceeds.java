package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.text.InWords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** C7 (A6): the ledger notes what has to come into the treasury for what is disposed of, be it nothing. */
@Component
class FixingProceeds implements JavaDelegate {

  private final Disposals disposals;
  private final DisposalEntries entries;
  private final Proofs proofs;

  FixingProceeds(Disposals disposals, DisposalEntries entries, Proofs proofs) {
    this.disposals = disposals;
    this.entries = entries;
    this.proofs = proofs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disposal disposal = disposals.get(execution.getProcessBusinessKey());
    if (disposal.proposal().method().yieldsProceeds()) {
      entries.price(
          disposal, proofs.inWords(disposal.caseNumber(), EnumSet.of(Proofs.Owed.PROPOSAL, Proofs.Owed.EXECUTION),
              ProofKind.DEAL_CONFIRMATION, ProofKind.DISMANTLER_CERTIFICATE, ProofKind.BANK_STATEMENT, ProofKind.FEE_VOUCHER),
          inWords(disposal.execution()));
    }
  }

  private static String inWords(Disposal.Execution execution) {
    String partner = execution.partner() == null ? "" : execution.partner() + "，";
    String fees = execution.fees() == null ? "" : "，扣除税费" + InWords.yuan(execution.fees());
    return "%s价款%s%s".formatted(partner, InWords.yuan(execution.price()), fees);
  }
}
