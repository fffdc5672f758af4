package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocumentProperties;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.Reply;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * C3–C5: issues the provincial government's official reply (批复) to an application, once its leader has signed it, and files it with the
 * case. Number and date are those of the signature.
 */
@Component
public class IssuingReply {

  /** The step in which the provincial government's officials draft the decision, in the model {@code three-level-approval}. */
  private static final String DRAFTING_STEP = "approve";

  private final CaseFiles cases;
  private final Applications applications;
  private final Opinions opinions;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final OfficialDocumentProperties properties;
  private final Province province;
  private final Clock clock;

  IssuingReply(CaseFiles cases, Applications applications, Opinions opinions, Governments governments, DocumentNumbers numbers,
      OfficialDocuments documents, CaseDocuments filed, OfficialDocumentProperties properties, Province province, Clock clock) {
    this.cases = cases;
    this.applications = applications;
    this.opinions = opinions;
    this.governments = governments;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.properties = properties;
    this.province = province;
    this.clock = clock;
  }

  /** @return the document number of the approval that was issued and filed, e.g. 豫政函〔2026〕1号 */
  public String approval(String caseNumber) {
    Application application = applications.get(caseNumber);
    return issue(caseNumber, application, approved(application, application.conditions()));
  }

  /** @return the document number of the refusal that was issued and filed; its reason is that of the draft */
  public String refusal(String caseNumber) {
    return issue(caseNumber, applications.get(caseNumber), new Reply.Refusal(draft(caseNumber).map(Opinion::words).orElse(null), null));
  }

  private Optional<Opinion> draft(String caseNumber) {
    return opinions.of(caseNumber).stream().filter(opinion -> opinion.step().equals(DRAFTING_STEP)).reduce((first, last) -> last);
  }

  /** @return .docx: the reply as the provincial government's officials have drafted it, for who signs it */
  byte[] drafted(String caseNumber) {
    return draft(caseNumber).filter(opinion -> "refuse".equals(opinion.decision()))
        .map(opinion -> draftRefusal(caseNumber, opinion.words()))
        .orElseGet(() -> draftApproval(caseNumber, null));
  }

  /** @return .docx: the approval as it would be issued with these conditions, lines apart; those kept with the application where null */
  byte[] draftApproval(String caseNumber, String conditions) {
    Application application = applications.get(caseNumber);
    return docx(caseNumber, application, approved(application, conditions == null ? application.conditions() : conditions), unnumbered());
  }

  /** @return .docx: the refusal as it would be issued with this reason; null or blank where it is not written yet */
  byte[] draftRefusal(String caseNumber, String reason) {
    return docx(caseNumber, applications.get(caseNumber), new Reply.Refusal(reason, null), unnumbered());
  }

  private String unnumbered() {
    return numbers.draft(province.government(), today().getYear());
  }

  private Reply.Outcome approved(Application application, String conditions) {
    List<String> further = conditions == null ? List.of() : WrittenText.of(conditions).lines().filter(line -> !line.isBlank()).toList();
    if (application.kind() == ApplicationKind.CHANGE) {
      return new Reply.Change(application.changeKind() == ChangeKind.REVOCATION, further);
    }
    List<BusinessEntity> owned = applications.entitiesOf(application.caseNumber()).stream().filter(entity -> !entity.parted()).toList();
    return new Reply.Approval(application.staffEstablishment(), application.functions(), owned.stream().map(BusinessEntity::name).toList(),
        partedBy(owned), application.specialWorkEnd() == null ? null : Objects.requireNonNullElse(application.specialWorkName(), ""),
        application.specialWorkEnd(), further);
  }

  private String issue(String caseNumber, Application application, Reply.Outcome outcome) {
    String number = numbers.issue(caseNumber, province.government(), today().getYear());
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), DocumentKind.REPLY.name(),
        "%s 关于%s%s%s%s的批复.docx".formatted(number, outcome instanceof Reply.Refusal ? "不同意" : "同意", application.wish().act(),
            application.officeName(), application.wish().matter()),
        docx(caseNumber, application, outcome, number), CaseFiles.SYSTEM).issuedBy(province.government()));
    return number;
  }

  private byte[] docx(String caseNumber, Application application, Reply.Outcome outcome, String number) {
    String government = governments.get(cases.get(caseNumber).governmentCode()).title();
    Reply reply = new Reply(number, today(), government, application.officeName(), request(application), outcome, List.of(),
        properties.copiesOf(template(application.kind(), outcome)));
    return switch (application.kind()) {
      case RETENTION -> documents.retentionReply(reply);
      case ESTABLISHMENT -> documents.establishmentReply(reply);
      case CHANGE -> documents.changeReply(reply, application.wish());
    };
  }

  private static OfficialTemplate template(ApplicationKind kind, Reply.Outcome outcome) {
    boolean refused = outcome instanceof Reply.Refusal;
    return switch (kind) {
      case RETENTION -> refused ? OfficialTemplate.RETENTION_REFUSAL : OfficialTemplate.RETENTION_REPLY;
      case ESTABLISHMENT -> refused ? OfficialTemplate.ESTABLISHMENT_REFUSAL : OfficialTemplate.ESTABLISHMENT_REPLY;
      case CHANGE -> refused ? OfficialTemplate.CHANGE_REFUSAL : OfficialTemplate.CHANGE_REPLY;
    };
  }

  /** What an earlier version took in has no title of the 请示: it is named by what it asks for. */
  static Reply.Request request(Application application) {
    return new Reply.Request(Objects.requireNonNullElseGet(application.requestTitle(), () -> titleOfOwn(application)),
        application.requestNumber(), application.requestDate());
  }

  private static String titleOfOwn(Application application) {
    return "关于%s%s%s的请示".formatted(application.wish().act(), application.officeName(), application.wish().matter());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** @return the last day by which all that are still owned are parted from; null where there are none */
  private static LocalDate partedBy(List<BusinessEntity> owned) {
    return owned.stream().map(BusinessEntity::partBy).max(Comparator.naturalOrder()).orElse(null);
  }
}
