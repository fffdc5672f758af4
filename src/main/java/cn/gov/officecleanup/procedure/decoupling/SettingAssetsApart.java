package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C7, C17: what of the office's the entity uses is frozen in a ledger of this case, and leaves through its disposal only. When the strands
 * are done anew, and where an abolition has frozen the office's assets, nothing more is.
 */
@Component
class SettingAssetsApart implements JavaDelegate {

  private final Decouplings decouplings;
  private final UsedAssets used;
  private final AssetLedger ledger;

  SettingAssetsApart(Decouplings decouplings, UsedAssets used, AssetLedger ledger) {
    this.decouplings = decouplings;
    this.used = used;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    ledger.setApart(caseNumber, decouplings.get(caseNumber).officeId(), used.numbersInUse(caseNumber));
  }
}
