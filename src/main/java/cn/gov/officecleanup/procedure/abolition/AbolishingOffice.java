package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerBalance;
import cn.gov.officecleanup.procedure.placement.StaffList;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C6, C7, C21: the register shows the office as abolished, with date and figures; the closure report is issued, and the notice to those
 * concerned.
 */
@Component
class AbolishingOffice implements JavaDelegate {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final StaffList staff;
  private final BooksBalance booksBalance;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final ReportingClosure reporting;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Clock clock;

  AbolishingOffice(CaseFiles cases, OfficeRegister register, AssetLedger ledger, StaffList staff, BooksBalance booksBalance,
      Governments governments, DocumentNumbers numbers, ReportingClosure reporting, OfficialDocuments documents, CaseDocuments filed,
      Clock clock) {
    this.cases = cases;
    this.register = register;
    this.ledger = ledger;
    this.staff = staff;
    this.booksBalance = booksBalance;
    this.governments = governments;
    this.numbers = numbers;
    this.reporting = reporting;
    this.documents = documents;
    this.filed = filed;
    this.clock = clock;
  }

  /** @throws RefusedException while the ledger does not balance, anything in it is open, or someone is not placed */
  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    List<Finding> obstacles = booksBalance.check(caseNumber);
    if (!obstacles.isEmpty()) {
      throw new RefusedException(obstacles);
    }
    CaseFile file = cases.get(caseNumber);
    LedgerBalance balance = ledger.balanceOf(caseNumber);
    LocalDate today = LocalDate.now(clock);
    String number = numbers.next(codeWord(file), today.getYear());
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "CLOSURE_REPORT", "%s 撤销办结报告.docx".formatted(number),
        documents.closureReport(reporting.report(file, number, today)), CaseFiles.SYSTEM));
    String noticeNumber = numbers.next(codeWord(file), today.getYear());
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "ABOLITION_NOTICE", "%s 撤销办事机构的通知.docx".formatted(noticeNumber),
        documents.abolitionNotice(reporting.notice(file, noticeNumber, today)), CaseFiles.SYSTEM));
    register.abolish(file.officeId(), number, "C6、C7", "撤销办结：资产%d项、账面%,.2f元全部处置，收入%,.2f元全部缴入国库；%s工作人员%d人全部安置。"
        .formatted(balance.disposedAssets(), balance.disposed(), balance.received(), debts(balance.debts()), staff.size(caseNumber)));
  }

  private static String debts(LedgerBalance.Debts debts) {
    return debts.number() == 0 ? "" : "债务%d项、%,.2f元全部了结；".formatted(debts.number(), debts.owed());
  }

  /** @return .docx: the closure report as it would be issued */
  byte[] draft(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    return documents.closureReport(reporting.report(file, DocumentNumbers.unnumbered(codeWord(file), today.getYear()), today));
  }

  /** @return .docx: the notice of the abolition as it would be issued */
  byte[] draftNotice(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    return documents.abolitionNotice(reporting.notice(file, DocumentNumbers.unnumbered(codeWord(file), today.getYear()), today));
  }

  /** @return the code word of the sending government's documents (发文机关代字) */
  private String codeWord(CaseFile file) {
    return governments.get(file.governmentCode()).name() + "政文";
  }
}
