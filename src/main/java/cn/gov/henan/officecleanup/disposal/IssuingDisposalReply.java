package cn.gov.henan.officecleanup.disposal;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.document.DocumentNumbers;
import cn.gov.henan.officecleanup.ledger.AssetLedger;
import cn.gov.henan.officecleanup.ledger.LedgerStep;
import cn.gov.henan.officecleanup.register.Government;
import cn.gov.henan.officecleanup.register.Governments;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C6, C7 (A2): the approval is noted in the ledger and issued as a reply (批复), by the finance department or the sending government. */
@Component
class IssuingDisposalReply implements JavaDelegate {

  private final CaseFiles cases;
  private final Disposals disposals;
  private final AssetLedger ledger;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final Clock clock;

  IssuingDisposalReply(CaseFiles cases, Disposals disposals, AssetLedger ledger, Governments governments, DocumentNumbers numbers, Clock clock) {
    this.cases = cases;
    this.disposals = disposals;
    this.ledger = ledger;
    this.governments = governments;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    CaseFile file = cases.find(caseNumber).orElseThrow();
    Disposal disposal = disposals.get(caseNumber);
    Government government = governments.get(file.governmentCode());
    LocalDate today = LocalDate.now(clock);
    String number = numbers.next(government.name() + (disposals.needsFinance(caseNumber) ? "财资" : "资"), today.getYear());
    disposals.approve(caseNumber, number);
    ledger.record(disposal.assetId(), LedgerStep.APPROVED, new BigDecimal("0.00"), caseNumber, number, disposal.proposal().method().label());
  }
}
