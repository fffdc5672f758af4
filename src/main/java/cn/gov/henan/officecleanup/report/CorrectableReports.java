package cn.gov.henan.officecleanup.report;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.report.ReportVersion.State;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers the reports an official may take back to correct them: the own unit's that are with the bureau, until the summary is with the government (C20). */
@Component
class CorrectableReports implements ChoiceProvider {

  private static final Set<State> WITH_THE_BUREAU = Set.of(State.SENT, State.ACCEPTED);

  private final JdbcClient jdbc;
  private final CaseFiles cases;
  private final LocalityReports reports;

  CorrectableReports(JdbcClient jdbc, CaseFiles cases, LocalityReports reports) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public String name() {
    return "correctable-reports";
  }

  @Override
  public List<Choice> offer(Official official) {
    return jdbc.sql("select case_number from case_file where procedure_key = ? and closed_at is null order by case_number")
        .param(OpeningLocalityReport.PROCEDURE).query(String.class).list().stream().flatMap(number -> cases.find(number).stream())
        .filter(file -> maySend(official, file) && isCorrectable(file))
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title())).toList();
  }

  boolean maySend(Official official, CaseFile file) {
    return OpeningLocalityReport.PROCEDURE.equals(file.procedureKey())
        && official.groups().contains(reports.unitOf(reports.get(file.caseNumber())).officials());
  }

  boolean isCorrectable(CaseFile file) {
    boolean submitted = jdbc.sql("select count(*) from provincial_report where campaign = ? and submitted_at is not null")
        .param(reports.get(file.caseNumber()).campaign()).query(Integer.class).single() > 0;
    return file.closedAt() == null && !submitted
        && reports.lastVersion(file.caseNumber()).filter(version -> WITH_THE_BUREAU.contains(version.state())).isPresent();
  }
}
