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
import cn.gov.officecleanup.procedure.appraisal.AppraisalCorrections.Score;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
  private static final String SUCCESSION_CORRECTED = "appraisal-succession-corrected";
  /** The variable of both messages: why, as the case notes it. */
  static final String ENDED_BY = "endedBy";

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
            documents.appraisalNotice(notice(caseNumber, appraisals.of(caseNumber).decidedGrade(), number, today)), CaseFiles.SYSTEM)
            .issuedBy(issuer));
    String letterNumber = numbers.issueOrLeaveOpen(issuer, today.getYear());
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), "APPRAISAL_LETTER",
        "%s 报送年度考核结果的函.docx".formatted(letterNumber),
        documents.appraisalLetter(notice(caseNumber, appraisals.of(caseNumber).decidedGrade(), letterNumber, today)), CaseFiles.SYSTEM)
        .issuedBy(issuer));
    corrections.find(caseNumber).filter(AppraisalCorrection::liftsUnqualified).ifPresent(this::settle);
  }

  /** What the lowest grade brought with it need not be done any more once it is another, nor what two in succession brought. */
  private void settle(AppraisalCorrection correction) {
    Appraisal appraisal = appraisals.get(correction.appraisalCase());
    String ended = "%d年度考核等次已由不合格更正为%s（案件%s），尚未办结的%s不再办理。".formatted(appraisal.appraisedYear(), correction.correctedGrade().label(),
        correction.caseNumber(), "%s");
    withCorrections(appraisal.caseNumber()).filter(caseNumber -> !caseNumber.equals(correction.caseNumber()))
        .forEach(caseNumber -> tell(CORRECTED, caseNumber, ended.formatted("整改和研究")));
    Stream.of(-1, 1)
        .flatMap(years -> appraisals.decidedOf(appraisal.officeId(), appraisal.appraisedYear() + years).stream())
        .flatMap(beside -> withCorrections(beside.caseNumber()))
        .filter(caseNumber -> !appraisals.unqualifiedAgain(caseNumber))
        .forEach(caseNumber -> tell(SUCCESSION_CORRECTED, caseNumber, ended.formatted("提请撤销保留批复的研究")));
  }

  private Stream<String> withCorrections(String appraisalCase) {
    return Stream.concat(Stream.of(appraisalCase), corrections.decided(appraisalCase).stream().map(AppraisalCorrection::caseNumber));
  }

  private void tell(String message, String caseNumber, String ended) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).setVariable(ENDED_BY, ended).correlateAll();
      return null;
    });
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
    Appraisal appraisal = appraisals.of(caseNumber);
    CaseFile file = cases.get(caseNumber);
    Set<Veto> vetoes = correction.isPresent() ? corrections.standing(caseNumber) : appraisals.vetoes(caseNumber);
    List<String> limits = vetoes.stream().map(veto -> "%s，最高为%s".formatted(veto.label(), grading.highest(veto).label())).toList();
    Optional<Score> corrected = correction.map(found -> corrections.score(caseNumber));
    var corrects = correction.map(
        found -> new AppraisalNotice.Correction(corrected.filter(Score::differs).map(score -> score.former().toPlainString()).orElse(null),
            found.formerGrade().label(), found.formerlyOn(), found.liftingReason()))
        .orElse(null);
    BigDecimal total = corrected.map(Score::corrected).orElseGet(appraisal::score);
    boolean rectified = grade == Grade.UNQUALIFIED && correction.map(found -> found.formerGrade() != Grade.UNQUALIFIED).orElse(true);
    return new AppraisalNotice(number, today, issuer(caseNumber), register.get(file.officeId()).name(), appraisal.appraisedYear(),
        total.toPlainString(), grade.label(), limits, rectified ? terms.lastDay(RECTIFICATION, today) : null,
        correction.isEmpty() && appraisal.headGrade() == HeadGrade.INCOMPETENT, corrects);
  }
}
