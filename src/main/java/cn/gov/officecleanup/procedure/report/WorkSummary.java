package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.LocalitySummary;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The 工作总结 of a unit as a letter to the bureau (C20), made from what the unit wrote and what was counted. */
@Component
class WorkSummary {

  /** Kind of document it is filed as before it is signed. */
  static final String DRAFT = "WORK_SUMMARY_DRAFT";
  /** Kind of document it is filed as under its number. */
  static final String SIGNED = "WORK_SUMMARY";

  private static final String TITLE = "清理规范驻省会城市办事机构工作总结";

  private final LocalityReports reports;
  private final OfficialDocuments documents;
  private final DocumentNumbers numbers;
  private final CaseDocuments filed;
  private final CaseFiles cases;
  private final Clock clock;

  WorkSummary(LocalityReports reports, OfficialDocuments documents, DocumentNumbers numbers, CaseDocuments filed, CaseFiles cases,
      Clock clock) {
    this.reports = reports;
    this.documents = documents;
    this.numbers = numbers;
    this.filed = filed;
    this.cases = cases;
    this.clock = clock;
  }

  /** Files it for signature, in the place of the one before that was not signed. */
  void fileDraft(String caseNumber) {
    removeDraft(caseNumber);
    file(caseNumber, DRAFT, TITLE + "（送审稿）.docx",
        numbers.draft(reports.unitOf(reports.get(caseNumber)).name(), LocalDate.now(clock).getYear()));
  }

  /** Files it as it was signed and sent, under its number; it stays. */
  void fileVersion(ReportVersion version) {
    removeDraft(version.caseNumber());
    file(version.caseNumber(), SIGNED, "%s %s（第%d稿）.docx".formatted(version.documentNumber(), TITLE, version.version()),
        version.documentNumber());
  }

  private void removeDraft(String caseNumber) {
    filed.list(caseNumber).stream().filter(document -> document.kind().equals(DRAFT)).forEach(document -> filed.remove(document.id()));
  }

  private void file(String caseNumber, String kind, String name, String number) {
    LocalityReport report = reports.get(caseNumber);
    Map<Long, StatedReason> stated = reports.reasonsOf(caseNumber);
    List<String> open = reports.withoutOutcome(caseNumber).stream().map(office -> inWords(office, stated.get(office.id()))).toList();
    byte[] docx = documents.localitySummary(new LocalitySummary(number, LocalDate.now(clock), reports.unitOf(report).name(), report.done(),
        reports.sumsNow(caseNumber).inSentences(), open, report.problems(), report.nextSteps(), report.explanation()));
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), kind, name, docx, CaseFiles.SYSTEM)
        .issuedBy(kind.equals(SIGNED) ? reports.unitOf(report).name() : null));
  }

  private static String inWords(Office office, StatedReason reason) {
    return reason == null ? office.name() : "%s（%s，预计%s办结）".formatted(office.name(), reason.reason(), InWords.day(reason.expectedOn()));
  }
}
