package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Governments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case of the province's report in the campaign that calls (C20). */
@Component
class OpeningProvincialReport implements ExecutionListener {

  static final String PROCEDURE = "provincial-report";
  private static final String CASE_PREFIX = "HZ";

  private final CaseFiles cases;
  private final Campaigns campaigns;
  private final ProvincialReports reports;

  OpeningProvincialReport(CaseFiles cases, Campaigns campaigns, ProvincialReports reports) {
    this.cases = cases;
    this.campaigns = campaigns;
    this.reports = reports;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String campaign = execution.getProcessBusinessKey();
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, campaigns.get(campaign).name() + "全省报告", Governments.PROVINCE, null, campaign);
    reports.open(caseNumber, campaign);
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("governmentCode", Governments.PROVINCE);
  }
}
