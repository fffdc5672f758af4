package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C8–C11, C21: the office stays, to lead or by itself; the register shows it as retained, and where the plan left it to its government, who
 * decided on what proof.
 */
@Component
class RetainingStayingOffice implements JavaDelegate {

  /** The step in which the government's leader decides, in the model {@code office-integration}. */
  private static final String DECIDING_STEP = "sign";

  private final Integrations integrations;
  private final OfficeRegister register;
  private final Opinions opinions;

  RetainingStayingOffice(Integrations integrations, OfficeRegister register, Opinions opinions) {
    this.integrations = integrations;
    this.register = register;
    this.opinions = opinions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Integration integration = integrations.get(caseNumber);
    if (integration.leads()) {
      register.retain(integration.officeId(), "整合方案（%s）".formatted(caseNumber), null, null, "C8、C9",
          "由%s牵头整合，整合后保留。".formatted(integration.leadDepartment()));
    } else {
      register.retain(integration.officeId(), integration.keepBasis(), null, register.get(integration.officeId()).entry().specialWorkEnd(),
          "C10、C11", "由%s决定继续单独设置，依据：%s。".formatted(decidedBy(caseNumber), integration.keepBasis()));
    }
  }

  private String decidedBy(String caseNumber) {
    return opinions.of(caseNumber)
        .stream()
        .filter(opinion -> opinion.step().equals(DECIDING_STEP))
        .reduce((first, last) -> last)
        .map(Opinion::levelName)
        .orElseThrow();
  }
}
