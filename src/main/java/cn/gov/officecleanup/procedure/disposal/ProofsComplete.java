package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6 (A2, A3): what the rules demand with the proposal is attached. */
@Component
class ProofsComplete extends Check {

  private final Disposals disposals;
  private final Proofs proofs;

  ProofsComplete(CaseFindings findings, Disposals disposals, Proofs proofs) {
    super(findings);
    this.disposals = disposals;
    this.proofs = proofs;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    DisposalRule rule = disposals.ruleOf(disposals.get(caseNumber));
    return rule.proofs()
        .stream()
        .filter(kind -> !proofs.attached(caseNumber, Proofs.Owed.PROPOSAL, kind))
        .map(kind -> new Finding("PROOF_MISSING", "缺少%s，请上传后重新提交。%s".formatted(kind.label(), rule.reason()), rule.clause()))
        .toList();
  }
}
