package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import cn.gov.officecleanup.mechanism.register.RegisterTable;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import cn.gov.officecleanup.procedure.registration.RegisterImports.State;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C21: keeps a portion of what was confirmed; the model comes back until all is kept, each time in a transaction of its own, so that nobody
 * waits for the whole import, and one that was interrupted goes on where it was.
 */
@Component
class ImportingRegister implements JavaDelegate {

  /** whether all rows are done */
  private static final String DONE = "importDone";

  private final RegisterImport importer;
  private final RegisterImportProperties properties;
  private final RegisterImports imports;
  private final ImportWorkbook workbook;
  private final CaseFiles cases;
  private final CaseDocuments documents;

  ImportingRegister(RegisterImport importer, RegisterImportProperties properties, RegisterImports imports, ImportWorkbook workbook,
      CaseFiles cases, CaseDocuments documents) {
    this.importer = importer;
    this.properties = properties;
    this.imports = imports;
    this.workbook = workbook;
    this.cases = cases;
    this.documents = documents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    List<KeptRow> portion = imports.rows(caseNumber, State.PENDING, properties.portion());
    for (KeptRow row : portion) {
      Optional<String> left = importer.keep(row.row());
      imports.note(caseNumber, row.position(), left.isEmpty() ? State.KEPT : State.LEFT, left.orElse(null));
    }
    boolean done = imports.rows(caseNumber, State.PENDING, 1).isEmpty();
    execution.setVariable(DONE, done);
    if (done) {
      imports.end(caseNumber);
      documents.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), "IMPORT_RESULT", "导入结果.xlsx",
          workbook.of(caseNumber), CaseFiles.SYSTEM));
      if (imports.rows(caseNumber).stream().anyMatch(ImportingRegister::changesOffices)) {
        importer.tellChanged();
      }
    }
  }

  private static boolean changesOffices(KeptRow row) {
    return row.state() == State.KEPT && row.row().table() == RegisterTable.OFFICES;
  }
}
