package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A legal check as a service task: a small delegate that gives back findings and never throws at an official. What it finds is kept in the
 * case; the model then asks {@link CaseFindings#anyOpen} and sends the case to correction.
 */
public abstract class Check implements JavaDelegate {

  private final CaseFindings findings;

  protected Check(CaseFindings findings) {
    this.findings = findings;
  }

  /** @return what is wrong in the case, empty where nothing is */
  public abstract List<Finding> check(String caseNumber);

  @Override
  public final void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    findings.raise(caseNumber, execution.getCurrentActivityName(), check(caseNumber));
  }
}
