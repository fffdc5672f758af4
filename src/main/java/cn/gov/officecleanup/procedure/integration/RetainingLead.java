package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C8, C9, C21: the office leads and stays; the register shows it as retained. */
@Component
class RetainingLead implements JavaDelegate {

  private final Integrations integrations;
  private final OfficeRegister register;

  RetainingLead(Integrations integrations, OfficeRegister register) {
    this.integrations = integrations;
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Integration integration = integrations.get(caseNumber);
    register.retain(integration.officeId(), "整合方案（%s）".formatted(caseNumber), null, null, "C8、C9",
        "由%s牵头整合，整合后保留。".formatted(integration.leadDepartment()));
  }
}
