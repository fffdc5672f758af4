package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** C6: what is due as compensation was paid. */
@Component
class PlacementProved extends Check {

  private static final Set<String> STEPS = Set.of("carryOut");

  private final Placements placements;
  private final CaseDocuments documents;

  PlacementProved(CaseFindings findings, Placements placements, CaseDocuments documents) {
    super(findings);
    this.placements = placements;
    this.documents = documents;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Placement placement = placements.get(caseNumber);
    if (placement.compensation() == null || placement.voucher() != null && placement.paidOn() != null && isProved(caseNumber)) {
      return List.of();
    }
    return List.of(new Finding("COMPENSATION_UNPAID", "应支付经济补偿%s，请填写支付凭证号和支付日期，并上传支付凭证。".formatted(InWords.yuan(placement.compensation())),
        "劳动合同法第五十条"));
  }

  private boolean isProved(String caseNumber) {
    return documents.attachedAt(caseNumber, STEPS).stream().anyMatch(document -> document.kind().equals("PAYMENT_PROOF"));
  }
}
