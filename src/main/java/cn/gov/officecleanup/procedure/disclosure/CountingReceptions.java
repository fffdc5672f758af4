package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C19: the year's figures are counted from paid lists, not typed; anew each time that the disclosure goes back. */
@Component
class CountingReceptions implements JavaDelegate {

  private final Disclosures disclosures;
  private final ReceptionYears receptions;

  CountingReceptions(Disclosures disclosures, ReceptionYears receptions) {
    this.disclosures = disclosures;
    this.receptions = receptions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disclosure disclosure = disclosures.get(execution.getProcessBusinessKey());
    disclosures.count(disclosure.caseNumber(), receptions.of(disclosure.officeId(), disclosure.disclosedYear()));
  }
}
