package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.BureauOpinion;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.handling.DepartmentOpinions;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Governments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C3, C5: issues the bureau's opinion (审核意见) to the provincial government, once its leader has signed it, and files it with the case.
 * Drafted at the review; number and date are those of the signature.
 */
@Component
class IssuingBureauOpinion implements JavaDelegate {

  /** The step in which the bureau drafts its opinion, in the model {@code three-level-approval}. */
  private static final String DRAFTING_STEP = "review";
  private static final String SIGNING_STEP = "bureauSign";
  private static final String OPPOSED = "oppose";

  private final CaseFiles cases;
  private final Applications applications;
  private final Opinions opinions;
  private final DepartmentOpinions departments;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Province province;
  private final Clock clock;

  IssuingBureauOpinion(CaseFiles cases, Applications applications, Opinions opinions, DepartmentOpinions departments,
      Governments governments, DocumentNumbers numbers, OfficialDocuments documents, CaseDocuments filed, Province province, Clock clock) {
    this.cases = cases;
    this.applications = applications;
    this.opinions = opinions;
    this.departments = departments;
    this.governments = governments;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.province = province;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    CaseFile file = cases.get(caseNumber);
    Optional<Opinion> draft = draft(caseNumber);
    String number = numbers.issue(caseNumber, province.bureau(), today().getYear());
    filed.store(new NewDocument(
        caseNumber, file.governmentCode(), DocumentKind.BUREAU_OPINION.name(), number + " 审核意见.docx", docx(number, signer(caseNumber),
            applications.get(caseNumber), draft.map(Opinion::decision).orElse(null), draft.map(Opinion::words).orElse(null), null),
        CaseFiles.SYSTEM).issuedBy(province.bureau()));
  }

  /**
   * @param decision of the review's form, null where nothing is chosen there; what was reviewed before then counts
   * @param reason of that form, null as well
   * @param conditions of that form, lines apart; those kept with the application where null
   * @return .docx: the opinion as it would be issued
   */
  byte[] draft(String caseNumber, String decision, String reason, String conditions) {
    Optional<Opinion> before = draft(caseNumber);
    return docx(numbers.draft(province.bureau(), today().getYear()), "", applications.get(caseNumber),
        Objects.requireNonNullElseGet(decision, () -> before.map(Opinion::decision).orElse("")),
        Objects.requireNonNullElseGet(reason, () -> before.map(Opinion::words).orElse("")), conditions);
  }

  private Optional<Opinion> draft(String caseNumber) {
    return last(caseNumber, DRAFTING_STEP);
  }

  private String signer(String caseNumber) {
    return last(caseNumber, SIGNING_STEP).map(Opinion::userName).orElse("");
  }

  private Optional<Opinion> last(String caseNumber, String step) {
    return opinions.of(caseNumber).stream().filter(opinion -> opinion.step().equals(step)).reduce((first, last) -> last);
  }

  private byte[] docx(String number, String signer, Application application, String decision, String reason, String typedConditions) {
    String conditions = typedConditions == null ? application.conditions() : typedConditions;
    return documents.bureauOpinion(
        new BureauOpinion(number, signer, today(), governments.get(cases.get(application.caseNumber()).governmentCode()).title(),
            application.officeName(), application.wish(), IssuingReply.request(application).title(), application.reasons(),
            departments.of(application.caseNumber()).stream().map(IssuingBureauOpinion::told).toList(), !OPPOSED.equals(decision), reason,
            conditions == null ? List.of() : conditions.lines().filter(line -> !line.isBlank()).toList()));
  }

  private static String told(Opinion opinion) {
    return "%s%s：%s".formatted(opinion.levelName(), opinion.decisionLabel(), opinion.words());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
