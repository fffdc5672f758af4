package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins a reception (C18), in an office that stays alone. */
@Component
class OpeningReception implements ExecutionListener {

  private final Receptions receptions;
  private final OfficeRegister register;

  OpeningReception(Receptions receptions, OfficeRegister register) {
    this.receptions = receptions;
    this.register = register;
  }

  /** @throws RefusedException when it is not decided that the office stays */
  @Override
  public void notify(DelegateExecution execution) {
    if (!register.get((Long) execution.getVariable("officeId")).status().stays()) {
      throw new RefusedException("OFFICE_NOT_KEPT", "“%s”不是保留的办事机构，不能发起公务接待。".formatted(execution.getVariable("officeName")), "C18");
    }
    receptions.open(execution.getProcessBusinessKey());
  }
}
