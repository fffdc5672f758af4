package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C4: the special work has ended. The register shows that the office has to be abolished. */
@Component
class SpecialWorkEnding implements JavaDelegate {

  private final OfficeRegister register;

  SpecialWorkEnding(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    register.markToBeAbolished((Long) execution.getVariable("officeId"), "C4", "专项工作已经结束，应及时撤销。");
  }
}
