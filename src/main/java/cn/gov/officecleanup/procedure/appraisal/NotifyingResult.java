package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.AppraisalNotice;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.appraisal.Appraisal.HeadGrade;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C12: the office is told by a notice what was decided, the bureau gets a copy. */
@Component
class NotifyingResult implements JavaDelegate {

  private static final String RECTIFICATION = "appraisal-rectification";

  private final Appraisals appraisals;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Governments governments;
  private final Province province;
  private final Terms terms;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Clock clock;

  NotifyingResult(Appraisals appraisals, CaseFiles cases, OfficeRegister register, Governments governments, Province province, Terms terms,
      DocumentNumbers numbers, OfficialDocuments documents, CaseDocuments filed, Clock clock) {
    this.appraisals = appraisals;
    this.cases = cases;
    this.register = register;
    this.governments = governments;
    this.province = province;
    this.terms = terms;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    LocalDate today = LocalDate.now(clock);
    String issuer = issuer(caseNumber);
    String number = numbers.issue(caseNumber, issuer, today.getYear());
    filed.store(
        new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), "APPRAISAL_NOTICE", "%s 年度考核结果的通知.docx".formatted(number),
            documents.appraisalNotice(notice(caseNumber, appraisals.get(caseNumber).decidedGrade(), number, today)), CaseFiles.SYSTEM)
            .issuedBy(issuer));
  }

  /**
   * @param lowered whether good would be decided in the place of excellent
   * @return .docx: the notice as it would be issued
   */
  byte[] draft(String caseNumber, boolean lowered) {
    LocalDate today = LocalDate.now(clock);
    Grade grade = lowered ? Grade.GOOD : appraisals.get(caseNumber).proposedGrade();
    return documents.appraisalNotice(notice(caseNumber, grade, numbers.draft(issuer(caseNumber), today.getYear()), today));
  }

  /** @return full title of the body whose notice it is */
  String issuer(String caseNumber) {
    return governments.get(cases.get(caseNumber).governmentCode()).title();
  }

  private AppraisalNotice notice(String caseNumber, Grade grade, String number, LocalDate today) {
    Appraisal appraisal = appraisals.get(caseNumber);
    CaseFile file = cases.get(caseNumber);
    List<String> limits = appraisals.vetoes(caseNumber)
        .stream()
        .map(veto -> "%s，最高为%s".formatted(veto.label(), veto.highest().label()))
        .toList();
    return new AppraisalNotice(number, today, issuer(caseNumber), register.get(file.officeId()).name(), appraisal.appraisedYear(),
        appraisal.score().toPlainString(), grade.label(), limits, grade == Grade.UNQUALIFIED ? terms.lastDay(RECTIFICATION, today) : null,
        appraisal.headGrade() == HeadGrade.INCOMPETENT, List.of(province.bureau()));
  }
}
