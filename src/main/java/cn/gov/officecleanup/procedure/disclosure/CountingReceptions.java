package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** C19: the year's figures are counted from paid lists, not typed; anew each time that the disclosure goes back. */
@Component
class CountingReceptions implements JavaDelegate {

  private final Disclosures disclosures;
  private final ObjectProvider<ReceptionYears> receptions;

  CountingReceptions(Disclosures disclosures, ObjectProvider<ReceptionYears> receptions) {
    this.disclosures = disclosures;
    this.receptions = receptions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Disclosure disclosure = disclosures.get(execution.getProcessBusinessKey());
    disclosures.count(disclosure.caseNumber(), receptions.getObject().of(disclosure.officeId(), disclosure.disclosedYear()));
  }
}
