package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the province's report in the campaign whose case its own came out of (C20). */
@Component
class OpeningProvincialReport implements ExecutionListener {

  static final String PROCEDURE = "provincial-report";

  private final CaseFiles cases;
  private final ProvincialReports reports;

  OpeningProvincialReport(CaseFiles cases, ProvincialReports reports) {
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseFile file = cases.get(execution.getProcessBusinessKey());
    reports.open(file.caseNumber(), file.parentCaseNumber());
  }
}
