package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case in which the unit named by the variable {@code unitCode} reports in the campaign that calls (C20). */
@Component
class OpeningLocalityReport implements ExecutionListener {

  static final String PROCEDURE = "locality-report";
  private static final String CASE_PREFIX = "BG";

  private final CaseFiles cases;
  private final LocalityReports reports;
  private final ReportingUnits units;

  OpeningLocalityReport(CaseFiles cases, LocalityReports reports, ReportingUnits units) {
    this.cases = cases;
    this.reports = reports;
    this.units = units;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String campaign = execution.getProcessBusinessKey();
    ReportingUnit unit = units.get((String) execution.getVariable("unitCode"));
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, unit.name() + "清理情况报告", unit.governmentCode(), unit.department(), null, campaign);
    reports.open(caseNumber, campaign, unit.code());
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("governmentCode", unit.governmentCode());
    execution.setVariable("unitName", unit.name());
    execution.setVariable("officials", unit.officials());
    execution.setVariable("leader", unit.leader());
  }
}
