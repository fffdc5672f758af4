package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6 (A3): the appraisal is still valid. */
@Component
class AppraisalValid extends Check {

  private final Disposals disposals;
  private final DisposalProperties properties;
  private final Clock clock;

  AppraisalValid(CaseFindings findings, Disposals disposals, DisposalProperties properties, Clock clock) {
    super(findings);
    this.disposals = disposals;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return isValid(disposals.get(caseNumber).appraisal(), LocalDate.now(clock)) ? List.of()
        : List.of(new Finding("APPRAISAL_EXPIRED", "评估报告自基准日起%d个月内有效，现已过期，请重新评估。".formatted(properties.appraisalValidMonths()), "A3"));
  }

  /** @return whether the appraisal is still valid on a day; the last day counts */
  boolean isValid(Disposal.Appraisal appraisal, LocalDate on) {
    return !on.isAfter(appraisal.referenceDate().plusMonths(properties.appraisalValidMonths()));
  }
}
