package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C8, C9, C10, C21: the office is handed over; the register shows what it was merged into. */
@Component
class MergingOffice implements JavaDelegate {

  private final Integrations integrations;
  private final OfficeRegister register;

  MergingOffice(Integrations integrations, OfficeRegister register) {
    this.integrations = integrations;
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Integration integration = integrations.get(execution.getProcessBusinessKey());
    Office office = register.get(integration.officeId());
    Office into = register.get(integration.intoOffice());
    register.merge(office.id(), into.id(), IntegrationSound.clauseOf(office, into),
        "由%s牵头，%s并入“%s”。".formatted(integration.leadDepartment(), InWords.day(integration.handedOverOn()), into.name()));
  }
}
