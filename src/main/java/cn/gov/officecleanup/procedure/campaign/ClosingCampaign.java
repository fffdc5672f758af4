package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: all reports are concluded. */
@Component
class ClosingCampaign implements JavaDelegate {

  private final Campaigns campaigns;
  private final CaseFiles cases;

  ClosingCampaign(Campaigns campaigns, CaseFiles cases) {
    this.campaigns = campaigns;
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    campaigns.end(execution.getProcessBusinessKey());
    cases.close(execution.getProcessBusinessKey(), "CONCLUDED");
  }
}
