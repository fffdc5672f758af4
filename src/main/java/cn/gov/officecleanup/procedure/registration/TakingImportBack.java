package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.BegunCases;
import cn.gov.officecleanup.mechanism.casefile.BegunCases.Begun;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import cn.gov.officecleanup.procedure.registration.RegisterImports.Import;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import cn.gov.officecleanup.procedure.registration.RegisterImports.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C21: takes back a portion of an import: first the cases that began by it, then its rows, the last first. The model comes back until all
 * is done, each time in a transaction of its own.
 */
@Component
class TakingImportBack implements JavaDelegate {

  /** whether all is done */
  private static final String DONE = "withdrawalDone";

  private final RegisterImports imports;
  private final ImportWithdrawals withdrawals;
  private final RegisterImport importer;
  private final RegisterImportProperties properties;
  private final BegunCases begunCases;
  private final AssetLedger ledger;
  private final OfficeRegister register;
  private final ImportWorkbook workbook;
  private final CaseFiles cases;
  private final CaseDocuments documents;

  TakingImportBack(RegisterImports imports, ImportWithdrawals withdrawals, RegisterImport importer, RegisterImportProperties properties,
      BegunCases begunCases, AssetLedger ledger, OfficeRegister register, ImportWorkbook workbook, CaseFiles cases,
      CaseDocuments documents) {
    this.imports = imports;
    this.withdrawals = withdrawals;
    this.importer = importer;
    this.properties = properties;
    this.begunCases = begunCases;
    this.ledger = ledger;
    this.register = register;
    this.workbook = workbook;
    this.cases = cases;
    this.documents = documents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Import kept = imports.get((String) execution.getVariable(OpeningImportWithdrawal.IMPORT_CASE));
    String because = "导入案件%s整体撤回（%s）。".formatted(kept.caseNumber(), kept.withdrawalCase());
    List<Begun> begun = withdrawals.begunBy(kept).stream().filter(open -> !open.goneOn()).limit(properties.portion()).toList();
    if (begun.isEmpty()) {
      takeRowsBack(kept, because);
    } else {
      endCases(kept, begun, because);
    }
    boolean done = begun.isEmpty() && imports.rows(kept.caseNumber(), State.KEPT, 1).isEmpty();
    execution.setVariable(DONE, done);
    if (done) {
      imports.endWithdrawal(kept.caseNumber());
      documents.store(new NewDocument(kept.withdrawalCase(), cases.get(kept.withdrawalCase()).governmentCode(), "WITHDRAWAL_RESULT",
          "撤回结果.xlsx", workbook.of(kept.caseNumber()), CaseFiles.SYSTEM));
      importer.tellChanged();
    }
  }

  private void endCases(Import kept, List<Begun> begun, String because) {
    Set<Long> own = imports.officesKept(kept.caseNumber());
    for (Begun one : begun) {
      begunCases.end(one, because);
      ledger.release(one.caseNumber(), because);
      // what the import itself had changed gets its status back with its cells
      if (!own.contains(one.officeId())) {
        register.restoreStatus(one.officeId(), kept.confirmedAt(), because);
      }
    }
  }

  private void takeRowsBack(Import kept, String because) {
    for (KeptRow row : imports.lastRows(kept.caseNumber(), State.KEPT, properties.portion())) {
      Optional<String> stays = importer.takeBack(row.row(), kept.confirmedAt(), because);
      imports.note(kept.caseNumber(), row.position(), stays.isEmpty() ? State.TAKEN_BACK : State.STAYS, stays.orElse(null));
    }
  }
}
