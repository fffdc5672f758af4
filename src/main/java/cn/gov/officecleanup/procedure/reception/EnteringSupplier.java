package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.identity.Officials;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C18: a government enters where its offices may buy something for guests, and where not. */
@Component
class EnteringSupplier implements JavaDelegate {

  private final ReceptionSettings settings;
  private final Officials officials;

  EnteringSupplier(ReceptionSettings settings, Officials officials) {
    this.settings = settings;
    this.officials = officials;
  }

  @Override
  public void execute(DelegateExecution execution) {
    settings.enterSupplier(execution.getVariable("governmentCode").toString(), execution.getVariable("supplierName").toString().strip(),
        SupplierKind.valueOf(execution.getVariable("supplierKind").toString()), officials.required().userId());
  }
}
