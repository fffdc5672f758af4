package cn.gov.officecleanup.procedure.urging;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Urges the case that an official has named in Tasklist. */
@Component
class UrgingCase implements JavaDelegate {

  private static final String WORDS = "words";

  private final Urging urging;

  UrgingCase(Urging urging) {
    this.urging = urging;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException as {@link Urging#urge} */
  @Override
  public void execute(DelegateExecution execution) {
    urging.urge((String) execution.getVariable("urgedCase"), (String) execution.getVariable(WORDS));
    execution.removeVariable(WORDS);
  }
}
