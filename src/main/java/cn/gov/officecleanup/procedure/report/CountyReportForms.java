package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms in which a county writes and signs its report and its city gathers it (C20). */
@Component
class CountyReportForms implements FormContent {

  private static final String WRITE = "county-report";
  private static final String SIGN = "county-report-sign";
  private static final String GATHER = "county-report-gathering";
  private static final String NUMBER = "documentNumber";

  private final CountyReports counties;
  private final LocalityReports reports;
  private final CaseReading reading;
  private final CaseFindings findings;
  private final Officials officials;

  CountyReportForms(CountyReports counties, LocalityReports reports, CaseReading reading, CaseFindings findings, Officials officials) {
    this.counties = counties;
    this.reports = reports;
    this.reading = reading;
    this.findings = findings;
    this.officials = officials;
  }

  @Override
  public Set<String> forms() {
    return Set.of(WRITE, SIGN, GATHER);
  }

  @Override
  public Set<String> keeps() {
    return Set.of(NUMBER);
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    if (task.form().equals(WRITE)) {
      findings.settle(task.caseNumber());
    } else if ("return".equals(submission.text(Submission.DECISION))) {
      findings.raise(task.caseNumber(), officials.required().name(),
          List.of(new Finding("RETURNED", submission.text(Submission.OPINION), "C20")));
    } else if (task.form().equals(SIGN)) {
      counties.number(task.caseNumber(), submission.text(NUMBER));
      ReportingUnit city = reports.unitOf(reports.get(counties.get(task.caseNumber()).cityReport()));
      // not before it is signed: a draft is the county's own
      reading.open(task.caseNumber(), List.of(city.officials(), city.leader()));
    } else {
      counties.gathered(task.caseNumber());
    }
  }
}
