package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.ImportForesight;
import cn.gov.officecleanup.mechanism.register.ImportForesight.Start;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.ImportPreview;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.procedure.registration.RegisterImports.Import;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import java.util.List;
import org.springframework.stereotype.Service;

/** Previews an import: what it would do to the register as it stands, and what begins by that. */
@Service
class ImportPreviews {

  /** variable of the model: whether the bureau confirms what begins */
  static final String BUREAU_CONFIRMS = "bureauConfirms";
  private static final String CLAUSE = "C21";

  private final RegisterImport importer;
  private final ImportForesight foresight;
  private final RegisterImports imports;
  private final ImportWorkbook workbook;
  private final CaseFiles cases;
  private final CaseFindings findings;
  private final CaseDocuments documents;

  ImportPreviews(RegisterImport importer, ImportForesight foresight, RegisterImports imports, ImportWorkbook workbook, CaseFiles cases,
      CaseFindings findings, CaseDocuments documents) {
    this.importer = importer;
    this.foresight = foresight;
    this.imports = imports;
    this.workbook = workbook;
    this.cases = cases;
    this.findings = findings;
    this.documents = documents;
  }

  /** @return whether something begins by itself that the bureau has to confirm, since an official of another body imports */
  boolean bureauConfirms(String caseNumber, Object initiatorGroup) {
    return !Groups.PROVINCIAL_BUREAU.equals(initiatorGroup) && !imports.starts(caseNumber).isEmpty();
  }

  /**
   * Makes the preview of a case's files and keeps it, unless the last one says the same.
   *
   * @param raisedBy name of the step, under which what is wrong is raised
   * @return the preview; null where the last one holds
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when a file as a whole cannot be used
   */
  ImportPreview make(String caseNumber, String raisedBy) {
    Import begun = imports.get(caseNumber);
    ImportPreview preview = importer.preview(imports.files(caseNumber),
        begun.allOrNothing() ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ROWS, begun.allowed());
    List<Start> starts = foresight.of(preview);
    List<Finding> wrong = preview.problems().stream().map(problem -> new Finding("WRONG_CELL", problem.message(), CLAUSE)).toList();
    boolean same = begun.previewNumber() > 0 && imports.starts(caseNumber).equals(starts)
        && imports.rows(caseNumber).stream().map(KeptRow::row).toList().equals(preview.rows())
        && findings.open(caseNumber).stream().map(Finding::message).toList().equals(wrong.stream().map(Finding::message).toList());
    if (same) {
      return null;
    }
    findings.settle(caseNumber);
    findings.raise(caseNumber, raisedBy, wrong);
    imports.keepPreview(caseNumber, preview, starts);
    documents.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), "IMPORT_PREVIEW",
        "导入预览（第%d次）.xlsx".formatted(begun.previewNumber() + 1), workbook.of(caseNumber), CaseFiles.SYSTEM));
    return preview;
  }
}
