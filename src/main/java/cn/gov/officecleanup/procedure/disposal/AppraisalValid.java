package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6 (A3): the appraisal is of a day past, still valid, and its report attached. */
@Component
class AppraisalValid extends Check {

  private static final String CLAUSE = "A3";

  private final Disposals disposals;
  private final Proofs proofs;
  private final DisposalProperties properties;
  private final Clock clock;

  AppraisalValid(CaseFindings findings, Disposals disposals, Proofs proofs, DisposalProperties properties, Clock clock) {
    super(findings);
    this.disposals = disposals;
    this.proofs = proofs;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Disposal.Appraisal appraisal = disposals.get(caseNumber).appraisal();
    List<Finding> findings = new ArrayList<>();
    if (appraisal.referenceDate().isAfter(LocalDate.now(clock))) {
      findings.add(new Finding("APPRAISAL_IN_FUTURE", "评估基准日不能晚于今天，请核对评估报告。", CLAUSE));
    }
    if (!isValid(appraisal, LocalDate.now(clock))) {
      findings.add(new Finding("APPRAISAL_EXPIRED", "评估报告自基准日起%d个月内有效，现已过期，请重新评估。".formatted(properties.appraisalValidMonths()), CLAUSE));
    }
    if (!proofs.attached(caseNumber, Proofs.Owed.APPRAISAL, ProofKind.APPRAISAL_REPORT)) {
      findings.add(new Finding("APPRAISAL_REPORT_MISSING", "缺少评估报告，请上传后重新提交。", CLAUSE));
    }
    return findings;
  }

  /** @return whether the appraisal is still valid on a day; the last day counts */
  boolean isValid(Disposal.Appraisal appraisal, LocalDate on) {
    return !on.isAfter(appraisal.referenceDate().plusMonths(properties.appraisalValidMonths()));
  }
}
