package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins to correct what was decided of a year, because a veto or points turned out to be wrong (C12). */
@Component
class OpeningCorrection implements ExecutionListener {

  private final Appraisals appraisals;
  private final AppraisalCorrections corrections;

  OpeningCorrection(Appraisals appraisals, AppraisalCorrections corrections) {
    this.appraisals = appraisals;
    this.corrections = corrections;
  }

  /** @throws RefusedException when nothing was decided of the year */
  @Override
  public void notify(DelegateExecution execution) {
    long officeId = (Long) execution.getVariable("officeId");
    int year = Integer.parseInt(execution.getVariable("year").toString());
    Appraisal appraisal = appraisals.decidedOf(officeId, year)
        .orElseThrow(() -> new RefusedException("NOT_DECIDED", "该办事机构%d年度的考核没有决定等次，没有可以更正的结果，请核对年度。".formatted(year), "C12"));
    corrections.open(execution.getProcessBusinessKey(), appraisal, appraisals.limiting(appraisal.caseNumber()),
        appraisals.holding(appraisal.caseNumber()));
  }
}
