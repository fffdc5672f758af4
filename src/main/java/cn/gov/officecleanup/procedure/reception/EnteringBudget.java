package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.identity.Officials;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C18: a government enters an office's budget of a year for receptions, or adjusts it, each by its document. */
@Component
class EnteringBudget implements JavaDelegate {

  private final ReceptionMoney money;
  private final Officials officials;

  EnteringBudget(ReceptionMoney money, Officials officials) {
    this.money = money;
    this.officials = officials;
  }

  /**
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the budget is entered already, or less would be left than is spent
   */
  @Override
  public void execute(DelegateExecution execution) {
    money.enter(Long.parseLong(execution.getVariable("officeId").toString()),
        Integer.parseInt(execution.getVariable("budgetYear").toString()), "ADJUSTMENT".equals(execution.getVariable("budgetEntry")),
        new BigDecimal(execution.getVariable("budgetAmount").toString()).setScale(2), execution.getVariable("budgetDocument").toString(),
        officials.required().userId());
  }
}
