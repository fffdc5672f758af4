package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20, C21: a unit takes its own report back to correct it, until the province's summary is with the provincial government. */
@Component
class ReopeningReport implements JavaDelegate {

  private final CorrectableReports correctable;
  private final LocalityReports reports;
  private final CaseFiles cases;
  private final CaseFindings findings;
  private final Opinions opinions;
  private final Officials officials;
  private final ReportMessages messages;

  ReopeningReport(CorrectableReports correctable, LocalityReports reports, CaseFiles cases, CaseFindings findings, Opinions opinions,
      Officials officials, ReportMessages messages) {
    this.correctable = correctable;
    this.reports = reports;
    this.cases = cases;
    this.findings = findings;
    this.opinions = opinions;
    this.officials = officials;
    this.messages = messages;
  }

  /**
   * @throws RefusedException when the report is not the official's own, not with the bureau, or the summary is with the provincial
   * government
   */
  @Override
  public void execute(DelegateExecution execution) {
    Official official = officials.required();
    String caseNumber = (String) execution.getVariable("reportCase");
    String reason = (String) execution.getVariable("reason");
    cases.hold(caseNumber);
    CaseFile file = cases.find(caseNumber)
        .filter(found -> correctable.maySend(official, found))
        .orElseThrow(() -> new RefusedException("NO_SUCH_REPORT", "没有案号为“%s”的本单位报告，请核对。".formatted(caseNumber), "C20"));
    if (!correctable.isCorrectable(file)) {
      throw new RefusedException("NOT_CORRECTABLE", "案号为“%s”的报告尚未报送、正在本单位办理，或者全省汇总已报省政府，不能提出更正。".formatted(caseNumber), "C20");
    }
    opinions.give(caseNumber, "reopen", "提出更正", reports.unitOf(reports.get(caseNumber)).officials(), official, null, null, reason);
    findings.raise(caseNumber, official.name(), List.of(new Finding("REOPENED", "本单位提出更正：" + reason, "C20")));
    reports.takeBack(caseNumber, ReportVersion.State.REPLACED, null);
    messages.tellIfWaiting(ReportMessages.REPLACED, caseNumber);
    messages.tell(ReportMessages.RETURNED, caseNumber);
    execution.removeVariable("reason");
  }
}
