package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.AppraisalNotice;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.appraisal.Appraisal.HeadGrade;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** C12: the office is told by a notice what was decided, or corrected, the bureau by a letter of its own. */
@Component
class NotifyingResult implements JavaDelegate {

  private static final String RECTIFICATION = "appraisal-rectification";
  private static final String CORRECTED = "appraisal-corrected";

  private final Appraisals appraisals;
  private final AppraisalCorrections corrections;
  private final Grading grading;
  private final Officials officials;
  private final RuntimeService runtime;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Governments governments;
  private final Terms terms;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Clock clock;

  NotifyingResult(Appraisals appraisals, AppraisalCorrections corrections, AppraisalProperties properties, Officials officials,
      @Lazy RuntimeService runtime, CaseFiles cases, OfficeRegister register, Governments governments, Terms terms, DocumentNumbers numbers,
      OfficialDocuments documents, CaseDocuments filed, Clock clock) {
    this.appraisals = appraisals;
    this.corrections = corrections;
    this.grading = properties.grading();
    this.officials = officials;
    this.runtime = runtime;
    this.cases = cases;
    this.register = register;
    this.governments = governments;
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
            documents.appraisalNotice(notice(caseNumber, appraisals.get(appraisalOf(caseNumber)).decidedGrade(), number, today)),
            CaseFiles.SYSTEM).issuedBy(issuer));
    String letterNumber = numbers.issueOrLeaveOpen(issuer, today.getYear());
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), "APPRAISAL_LETTER",
        "%s 报送年度考核结果的函.docx".formatted(letterNumber),
        documents.appraisalLetter(notice(caseNumber, appraisals.get(appraisalOf(caseNumber)).decidedGrade(), letterNumber, today)),
        CaseFiles.SYSTEM).issuedBy(issuer));
    corrections.find(caseNumber).ifPresent(this::settle);
  }

  private String appraisalOf(String caseNumber) {
    return corrections.find(caseNumber).map(AppraisalCorrection::appraisalCase).orElse(caseNumber);
  }

  /** What the lowest grade brought with it need not be done any more once it is another. */
  private void settle(AppraisalCorrection correction) {
    if (correction.formerGrade() == Grade.UNQUALIFIED && correction.correctedGrade() != Grade.UNQUALIFIED) {
      officials.asApplication(() -> {
        runtime.createMessageCorrelation(CORRECTED).processInstanceBusinessKey(correction.appraisalCase()).correlateAll();
        return null;
      });
    }
  }

  /**
   * @param lowered whether good would be decided in the place of excellent
   * @return .docx: the notice as it would be issued
   */
  byte[] draft(String caseNumber, boolean lowered) {
    return documents.appraisalNotice(drafted(caseNumber, lowered));
  }

  /**
   * @param lowered as for the notice
   * @return .docx: the letter to the bureau as it would be issued
   */
  byte[] draftLetter(String caseNumber, boolean lowered) {
    return documents.appraisalLetter(drafted(caseNumber, lowered));
  }

  private AppraisalNotice drafted(String caseNumber, boolean lowered) {
    LocalDate today = LocalDate.now(clock);
    Grade proposed = corrections.find(caseNumber)
        .map(AppraisalCorrection::proposedGrade)
        .orElseGet(() -> appraisals.get(caseNumber).proposedGrade());
    Grade grade = lowered ? Grade.GOOD : proposed;
    return notice(caseNumber, grade, numbers.draft(issuer(caseNumber), today.getYear()), today);
  }

  /** @return full title of the body whose notice it is */
  String issuer(String caseNumber) {
    return governments.get(cases.get(caseNumber).governmentCode()).title();
  }

  private AppraisalNotice notice(String caseNumber, Grade grade, String number, LocalDate today) {
    Optional<AppraisalCorrection> correction = corrections.find(caseNumber);
    Appraisal appraisal = appraisals.get(appraisalOf(caseNumber));
    CaseFile file = cases.get(caseNumber);
    Set<Veto> vetoes = correction.isPresent() ? corrections.standing(caseNumber) : appraisals.vetoes(caseNumber);
    List<String> limits = vetoes.stream().map(veto -> "%s，最高为%s".formatted(veto.label(), grading.highest(veto).label())).toList();
    var corrects = correction
        .map(found -> new AppraisalNotice.Correction(found.formerGrade().label(), found.formerlyOn(), found.liftingReason()))
        .orElse(null);
    return new AppraisalNotice(number, today, issuer(caseNumber), register.get(file.officeId()).name(), appraisal.appraisedYear(),
        appraisal.score().toPlainString(), grade.label(), limits,
        correction.isEmpty() && grade == Grade.UNQUALIFIED ? terms.lastDay(RECTIFICATION, today) : null,
        correction.isEmpty() && appraisal.headGrade() == HeadGrade.INCOMPETENT, corrects);
  }
}
