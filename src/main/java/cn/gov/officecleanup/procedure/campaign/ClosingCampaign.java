package cn.gov.officecleanup.procedure.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: all reports are concluded. */
@Component
class ClosingCampaign implements JavaDelegate {

  private final Campaigns campaigns;

  ClosingCampaign(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    campaigns.end(execution.getProcessBusinessKey());
  }
}
