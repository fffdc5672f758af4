package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6 (A7): what is disputed is settled first, what is mortgaged needs the mortgagee's consent. */
@Component
class TitleSettled extends Check {

  private static final String CLAUSE = "A7";

  private final Disposals disposals;
  private final Proofs proofs;

  TitleSettled(CaseFindings findings, Disposals disposals, Proofs proofs) {
    super(findings);
    this.disposals = disposals;
    this.proofs = proofs;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return switch (disposals.get(caseNumber).proposal().titleState()) {
      case CLEAR -> List.of();
      case DISPUTED -> List.of(new Finding("TITLE_DISPUTED", "权属有争议的资产不得处置，请先确权，权属清晰后再提出处置方案。", CLAUSE));
      case MORTGAGED -> proofs.attached(caseNumber, Proofs.Owed.PROPOSAL, ProofKind.MORTGAGEE_CONSENT) ? List.of()
          : List.of(new Finding("MORTGAGEE_CONSENT_MISSING", "已抵押的资产须经抵押权人同意，请上传抵押权人同意书。", CLAUSE));
    };
  }
}
