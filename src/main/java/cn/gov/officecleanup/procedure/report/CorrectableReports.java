package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.procedure.report.ReportVersion.State;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Offers the reports an official may take back to correct them: the own unit's that are with the bureau, until the summary is with the
 * government (C20).
 */
@Component
class CorrectableReports implements ChoiceProvider {

  private static final Set<State> WITH_THE_BUREAU = Set.of(State.SENT, State.ACCEPTED);

  private final ProvinceReportProgress province;
  private final CaseFiles cases;
  private final LocalityReports reports;

  CorrectableReports(ProvinceReportProgress province, CaseFiles cases, LocalityReports reports) {
    this.province = province;
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public String name() {
    return "correctable-reports";
  }

  @Override
  public List<Choice> offer(Official official) {
    return cases.openCasesOf(OpeningLocalityReport.PROCEDURE)
        .stream()
        .filter(file -> maySend(official, file) && isCorrectable(file))
        .map(file -> new Choice(file.caseNumber(), file.caseNumber() + " " + file.title()))
        .toList();
  }

  boolean maySend(Official official, CaseFile file) {
    return OpeningLocalityReport.PROCEDURE.equals(file.procedureKey())
        && official.groups().contains(reports.unitOf(reports.get(file.caseNumber())).officials());
  }

  boolean isCorrectable(CaseFile file) {
    return file.closedAt() == null && !province.isSubmitted(reports.get(file.caseNumber()).campaign())
        && reports.lastVersion(file.caseNumber()).filter(version -> WITH_THE_BUREAU.contains(version.state())).isPresent();
  }
}
