package cn.gov.henan.officecleanup.abolition;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.document.DocumentNumbers;
import cn.gov.henan.officecleanup.document.OfficialDocuments;
import cn.gov.henan.officecleanup.form.DocumentPreview;
import cn.gov.henan.officecleanup.register.Governments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** C6, C7: the closure report, looked at by who signs before it is issued. */
@Component
class ClosureReportPreview implements DocumentPreview {

  private final CaseFiles cases;
  private final Governments governments;
  private final ReportingClosure reporting;
  private final OfficialDocuments documents;
  private final Clock clock;

  ClosureReportPreview(CaseFiles cases, Governments governments, ReportingClosure reporting, OfficialDocuments documents, Clock clock) {
    this.cases = cases;
    this.governments = governments;
    this.reporting = reporting;
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "closure-report";
  }

  @Override
  public String label() {
    return "撤销办结报告";
  }

  @Override
  public byte[] draw(String caseNumber, Map<String, String> typed) {
    CaseFile file = cases.find(caseNumber).orElseThrow();
    LocalDate today = LocalDate.now(clock);
    return documents.closureReport(reporting.report(file,
        DocumentNumbers.unnumbered(governments.get(file.governmentCode()).name() + AbolishingOffice.CODE_WORD, today.getYear()), today));
  }
}
