package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C1, C2, C4, C6: the register shows that the office has to be abolished. Where the procedure that came before has said so already, its
 * clause and reason stay; else the reason is the plan's, where the plan abolishes the office, or that of the official who asked for it.
 */
@Component
class RegisteringAbolition implements JavaDelegate {

  static final String REASON = "abolitionReason";

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;

  RegisteringAbolition(OfficeRegister register, OfficeDispositions dispositions) {
    this.register = register;
    this.dispositions = dispositions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Office office = register.get((Long) execution.getVariable("officeId"));
    String asked = (String) execution.getVariable(REASON);
    execution.removeVariable(REASON);
    if (office.status() == OfficeStatus.TO_BE_ABOLISHED) {
      return;
    }
    DispositionResult disposition = dispositions.of(office);
    if (disposition.disposition() == Disposition.ABOLISH) {
      register.markToBeAbolished(office.id(), disposition.clause(), disposition.reason());
    } else {
      register.markToBeAbolished(office.id(), "C6", asked == null ? "按照实施方案应予撤销。" : asked);
    }
  }
}
