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
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.placement.StaffList;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C6, C7, C21: the register shows the office as abolished, with date and figures; the bureau is told by a letter, those concerned by a
 * notice.
 */
@Component
class AbolishingOffice implements JavaDelegate {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final StaffList staff;
  private final BooksBalance booksBalance;
  private final DocumentNumbers numbers;
  private final ReportingClosure reporting;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Clock clock;

  AbolishingOffice(CaseFiles cases, OfficeRegister register, AssetLedger ledger, StaffList staff, BooksBalance booksBalance,
      DocumentNumbers numbers, ReportingClosure reporting, OfficialDocuments documents, CaseDocuments filed, Clock clock) {
    this.cases = cases;
    this.register = register;
    this.ledger = ledger;
    this.staff = staff;
    this.booksBalance = booksBalance;
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
    String number = numbers.issue(caseNumber, reporting.issuer(file).title(), today.getYear());
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "CLOSURE_REPORT", "%s 撤销办结情况的函.docx".formatted(number),
        documents.closureReport(reporting.report(file, number, today)), CaseFiles.SYSTEM).issuedBy(reporting.issuer(file).title()));
    String noticeNumber = numbers.issueOrLeaveOpen(reporting.government(file), today.getYear());
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "ABOLITION_NOTICE", "%s 撤销办事机构的通知.docx".formatted(noticeNumber),
        documents.abolitionNotice(reporting.notice(file, noticeNumber, today)), CaseFiles.SYSTEM).issuedBy(reporting.government(file)));
    register.abolish(file.officeId(), number, "C6、C7", "撤销办结：资产%d项、账面%s全部处置，收入%s全部缴入国库；%s工作人员%d人全部安置。".formatted(balance.disposedAssets(),
        InWords.yuan(balance.disposed()), InWords.yuan(balance.received()), debts(balance.debts()), staff.size(caseNumber)));
  }

  private static String debts(LedgerBalance.Debts debts) {
    return debts.number() == 0 ? "" : "债务%d项、%s全部了结；".formatted(debts.number(), InWords.yuan(debts.owed()));
  }

  /** @return .docx: the letter as it would be issued */
  byte[] draft(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    return documents.closureReport(reporting.report(file, numbers.draft(reporting.issuer(file).title(), today.getYear()), today));
  }

  /** @return full title of the body whose letter it is */
  String issuer(String caseNumber) {
    return reporting.issuer(cases.get(caseNumber)).title();
  }

  /** @return .docx: the notice of the abolition as it would be issued */
  byte[] draftNotice(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    return documents.abolitionNotice(reporting.notice(file, numbers.draft(reporting.government(file), today.getYear()), today));
  }
}
