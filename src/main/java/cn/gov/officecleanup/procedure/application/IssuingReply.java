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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** C3, C5: issues the provincial government's official reply (批复) to an application and files it with the case. */
@Component
public class IssuingReply {

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

  /** @return the document number of the refusal that was issued and filed; its reason is the provincial government's opinion */
  public String refusal(String caseNumber) {
    String reason = opinions.of(caseNumber)
        .stream()
        .filter(opinion -> opinion.step().equals("approve"))
        .reduce((first, last) -> last)
        .map(Opinion::words)
        .orElse(null);
    return issue(caseNumber, applications.get(caseNumber), new Reply.Refusal(reason, null));
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

  private Reply.Approval approved(Application application, String conditions) {
    List<BusinessEntity> entities = applications.entitiesOf(application.caseNumber());
    boolean special = application.specialWorkEnd() != null;
    return new Reply.Approval(application.staffEstablishment(),
        Stream.of(application.plan().economicCooperation(), application.plan().socialManagement(), application.plan().publicService())
            .filter(Objects::nonNull)
            .toList(),
        entities.stream().map(BusinessEntity::name).toList(), partedBy(entities), special ? application.officeName() + "承担的专项工作" : null,
        application.specialWorkEnd(), conditions == null ? List.of() : conditions.lines().filter(line -> !line.isBlank()).toList());
  }

  private String issue(String caseNumber, Application application, Reply.Outcome outcome) {
    String number = numbers.issue(caseNumber, province.government(), today().getYear());
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), DocumentKind.REPLY.name(),
        "%s %s.docx".formatted(number, request(application).replace("请示", "批复")), docx(caseNumber, application, outcome, number),
        CaseFiles.SYSTEM));
    return number;
  }

  private byte[] docx(String caseNumber, Application application, Reply.Outcome outcome, String number) {
    String government = governments.get(cases.get(caseNumber).governmentCode()).title();
    Reply reply = new Reply(number, today(), government, application.officeName(), new Reply.Request(request(application), null), outcome,
        List.of(), properties.copiesOf(template(application.kind(), outcome)));
    return application.kind() == ApplicationKind.RETENTION ? documents.retentionReply(reply) : documents.establishmentReply(reply);
  }

  private static OfficialTemplate template(ApplicationKind kind, Reply.Outcome outcome) {
    boolean approved = outcome instanceof Reply.Approval;
    if (kind == ApplicationKind.RETENTION) {
      return approved ? OfficialTemplate.RETENTION_REPLY : OfficialTemplate.RETENTION_REFUSAL;
    }
    return approved ? OfficialTemplate.ESTABLISHMENT_REPLY : OfficialTemplate.ESTABLISHMENT_REFUSAL;
  }

  private static String request(Application application) {
    return "关于%s%s的请示".formatted(application.kind() == ApplicationKind.RETENTION ? "保留" : "设立", application.officeName());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** @return the last day by which all entities are parted from; null where there are none */
  private static LocalDate partedBy(List<BusinessEntity> entities) {
    return entities.stream()
        .map(entity -> entity.parted() ? entity.partedOn() : entity.partBy())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
