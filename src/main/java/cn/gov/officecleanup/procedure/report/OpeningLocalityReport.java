package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the report of the unit named by the variable {@code unitCode} in the campaign whose case its own came out of (C20). */
@Component
class OpeningLocalityReport implements ExecutionListener {

  static final String PROCEDURE = "locality-report";

  private final CaseFiles cases;
  private final LocalityReports reports;

  OpeningLocalityReport(CaseFiles cases, LocalityReports reports) {
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseFile file = cases.get(execution.getProcessBusinessKey());
    ReportingUnit unit = reports.unit((String) execution.getVariable("unitCode"));
    reports.open(file.caseNumber(), file.parentCaseNumber(), unit.code());
    execution.setVariable("unitName", unit.name());
    execution.setVariable("officials", unit.officials());
    execution.setVariable("leader", unit.leader());
  }
}
