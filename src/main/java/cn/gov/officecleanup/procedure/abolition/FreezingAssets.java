package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C7: at this moment the office's assets are frozen; what leaves afterwards leaves through its disposal only. */
@Component
class FreezingAssets implements JavaDelegate {

  private final AssetLedger ledger;

  FreezingAssets(AssetLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ledger.freeze(execution.getProcessBusinessKey(), (Long) execution.getVariable("officeId"));
  }
}
