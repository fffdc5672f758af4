package cn.gov.officecleanup.procedure.audit;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerSoundness;
import cn.gov.officecleanup.mechanism.ledger.LedgerWorkbook;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C7: checks one ledger or all, row by row and for balance; what is wrong becomes findings, the ledgers themselves a workbook of the case.
 */
@Component
class CheckingLedgers implements JavaDelegate {

  private static final String CHOSEN = "ledgerCase";

  private final AssetLedger ledger;
  private final LedgerWorkbook workbook;
  private final LedgerSoundness soundness;
  private final CaseFindings findings;
  private final CaseDocuments documents;
  private final Opinions opinions;
  private final Officials officials;
  private final Auditing auditing;
  private final Province province;
  private final Clock clock;

  CheckingLedgers(AssetLedger ledger, LedgerWorkbook workbook, LedgerSoundness soundness, CaseFindings findings, CaseDocuments documents,
      Opinions opinions, Officials officials, Auditing auditing, Province province, Clock clock) {
    this.ledger = ledger;
    this.workbook = workbook;
    this.soundness = soundness;
    this.findings = findings;
    this.documents = documents;
    this.opinions = opinions;
    this.officials = officials;
    this.auditing = auditing;
    this.province = province;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object chosen = execution.getVariable(CHOSEN);
    List<String> checked = chosen == null || chosen.toString().isBlank() ? ledger.cases() : List.of(chosen.toString());
    List<Finding> found = checked.stream().flatMap(number -> soundness.faultsOf(number, "请追查该条记录及其后的改动").stream()).toList();
    String caseNumber = execution.getProcessBusinessKey();
    findings.raise(caseNumber, execution.getCurrentActivityName(), found);
    documents.store(new NewDocument(caseNumber, province.code(), "LEDGER", "资产台账%s.xlsx".formatted(InWords.day(LocalDate.now(clock))),
        workbook.of(checked), CaseFiles.SYSTEM));
    auditing.exported("资产台账", null, caseNumber);
    opinions.give(caseNumber, execution.getCurrentActivityId(), execution.getCurrentActivityName(), Groups.AUDIT, officials.required(),
        null, null, "核查%d个台账：%s".formatted(checked.size(), found.isEmpty() ? "记录完整，全部平衡。" : "发现%d个问题，详见所列问题。".formatted(found.size())));
  }
}
