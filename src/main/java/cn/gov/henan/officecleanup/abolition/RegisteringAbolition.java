package cn.gov.henan.officecleanup.abolition;

import cn.gov.henan.officecleanup.register.Office;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import cn.gov.henan.officecleanup.register.OfficeStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C6: the register shows that the office has to be abolished. Where the procedure that came before has said so already, its clause and reason stay.
 */
@Component
class RegisteringAbolition implements JavaDelegate {

  private final OfficeRegister register;

  RegisteringAbolition(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Office office = register.findById((Long) execution.getVariable("officeId")).orElseThrow();
    if (office.status() != OfficeStatus.TO_BE_ABOLISHED) {
      register.markToBeAbolished(office.id(), "C6", "按照实施方案应予撤销。");
    }
  }
}
