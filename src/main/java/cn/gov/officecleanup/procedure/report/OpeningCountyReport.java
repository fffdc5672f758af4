package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Groups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Begins the report of the county named by the variable {@code governmentCode} to the city whose report's case its own came out of (C20).
 */
@Component
class OpeningCountyReport implements ExecutionListener {

  static final String PROCEDURE = "county-report";

  private final CaseFiles cases;
  private final CountyReports counties;
  private final LocalityReports reports;

  OpeningCountyReport(CaseFiles cases, CountyReports counties, LocalityReports reports) {
    this.cases = cases;
    this.counties = counties;
    this.reports = reports;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseFile file = cases.get(execution.getProcessBusinessKey());
    counties.open(file.caseNumber(), file.parentCaseNumber(), file.governmentCode());
    execution.setVariable("officials", Groups.officialsOf(file.governmentCode()));
    execution.setVariable("leader", Groups.leaderOf(file.governmentCode()));
    execution.setVariable("gatherers", reports.unitOf(reports.get(file.parentCaseNumber())).officials());
  }
}
