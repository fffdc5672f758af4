package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the rotation of whom the case that it comes out of registered (C13). */
@Component
class OpeningRotation implements ExecutionListener {

  /** Variable that tells the procedure of the posting whether its term goes on. */
  static final String EXTENDED = "extended";

  private final CaseFiles cases;
  private final Rotations rotations;

  OpeningRotation(CaseFiles cases, Rotations rotations) {
    this.cases = cases;
    this.rotations = rotations;
  }

  @Override
  public void notify(DelegateExecution execution) {
    execution.setVariable(EXTENDED, false);
    String caseNumber = execution.getProcessBusinessKey();
    rotations.open(caseNumber, cases.get(caseNumber).parentCaseNumber());
  }
}
