package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** C6: the placement was carried out on a day that can be and is proved; what is due as compensation was paid. */
@Component
class PlacementProved extends Check {

  private static final String CLAUSE = "C6";
  private static final Set<String> STEPS = Set.of("carryOut");

  private final Placements placements;
  private final CaseDocuments documents;
  private final Clock clock;

  PlacementProved(CaseFindings findings, Placements placements, CaseDocuments documents, Clock clock) {
    super(findings);
    this.placements = placements;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Placement placement = placements.get(caseNumber);
    Set<String> attached = documents.attachedAt(caseNumber, STEPS).stream().map(StoredDocument::kind).collect(Collectors.toSet());
    LocalDate today = LocalDate.now(clock);
    List<Finding> findings = new ArrayList<>();
    if (placement.carriedOutOn().isAfter(today) || placement.carriedOutOn().isBefore(placement.toldOn())) {
      findings.add(new Finding("DAY_IMPOSSIBLE", "办理完毕日期应在告知日期（%s）至今天之间，请核对。".formatted(placement.toldOn()), CLAUSE));
    }
    if (!attached.contains("EXECUTION_PROOF")) {
      findings.add(new Finding("EXECUTION_PROOF_MISSING", "缺少调动、退休审批或者解除合同的证明，请上传后重新提交。", CLAUSE));
    }
    if (placement.compensation() != null) {
      checkPayment(placement, attached, today, findings);
    }
    return findings;
  }

  private static void checkPayment(Placement placement, Set<String> attached, LocalDate today, List<Finding> findings) {
    if (placement.voucher() == null || placement.paidOn() == null || !attached.contains("PAYMENT_PROOF")) {
      findings.add(new Finding("COMPENSATION_UNPAID", "应支付经济补偿%s元，请填写支付凭证号和支付日期，并上传支付凭证。".formatted(placement.compensation()),
          "劳动合同法第五十条"));
    } else if (placement.paidOn().isAfter(today)) {
      findings.add(new Finding("PAID_IN_FUTURE", "经济补偿支付日期不能晚于今天，请支付后再填写。", CLAUSE));
    }
  }
}
