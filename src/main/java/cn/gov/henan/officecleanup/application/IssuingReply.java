package cn.gov.henan.officecleanup.application;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.casefile.Opinion;
import cn.gov.henan.officecleanup.casefile.Opinions;
import cn.gov.henan.officecleanup.document.CaseDocuments;
import cn.gov.henan.officecleanup.document.DocumentNumbers;
import cn.gov.henan.officecleanup.document.NewDocument;
import cn.gov.henan.officecleanup.document.OfficialDocuments;
import cn.gov.henan.officecleanup.document.Reply;
import cn.gov.henan.officecleanup.register.BusinessEntity;
import cn.gov.henan.officecleanup.register.Governments;
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

  /** Code word of the provincial government's letters (发文机关代字). */
  private static final String PREFIX = "豫政函";

  private final CaseFiles cases;
  private final Applications applications;
  private final Opinions opinions;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Clock clock;

  IssuingReply(CaseFiles cases, Applications applications, Opinions opinions, Governments governments, DocumentNumbers numbers,
               OfficialDocuments documents, CaseDocuments filed, Clock clock) {
    this.cases = cases;
    this.applications = applications;
    this.opinions = opinions;
    this.governments = governments;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.clock = clock;
  }

  /** @return the document number of the approval that was issued and filed, e.g. 豫政函〔2026〕1号 */
  public String approval(String caseNumber) {
    Application application = applications.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    boolean special = application.specialWorkEnd() != null;
    Reply.Approval approval = new Reply.Approval(application.staffEstablishment(),
        Stream.of(application.plan().economicCooperation(), application.plan().socialManagement(), application.plan().publicService())
            .filter(Objects::nonNull).toList(),
        application.entities().stream().map(BusinessEntity::name).toList(), partedBy(application.entities()),
        special ? application.officeName() + "承担的专项工作" : null, application.specialWorkEnd(),
        application.conditions() == null ? List.of() : application.conditions().lines().filter(line -> !line.isBlank()).toList());
    return issue(caseNumber, application, approval, today);
  }

  /** @return the document number of the refusal that was issued and filed; its reason is the provincial government's opinion */
  public String refusal(String caseNumber) {
    String reason = opinions.of(caseNumber).stream().filter(opinion -> opinion.step().equals("approve"))
        .reduce((first, last) -> last).map(Opinion::words).orElse(null);
    return issue(caseNumber, applications.get(caseNumber), new Reply.Refusal(reason, null), LocalDate.now(clock));
  }

  private String issue(String caseNumber, Application application, Reply.Outcome outcome, LocalDate today) {
    CaseFile file = cases.find(caseNumber).orElseThrow();
    String government = governments.get(file.governmentCode()).title();
    boolean retention = application.kind() == ApplicationKind.RETENTION;
    String request = "关于%s%s的请示".formatted(retention ? "保留" : "设立", application.officeName());
    String number = numbers.next(PREFIX, today.getYear());
    Reply reply = new Reply(number, today, government, application.officeName(), new Reply.Request(request, null), outcome, List.of(),
        List.of("省机关事务管理局"));
    byte[] docx = retention ? documents.retentionReply(reply) : documents.establishmentReply(reply);
    filed.store(new NewDocument(caseNumber, file.governmentCode(), DocumentKind.REPLY.name(),
        "%s %s.docx".formatted(number, request.replace("请示", "批复")), docx, CaseFiles.SYSTEM));
    return number;
  }

  /** @return the last day by which all entities are parted from; null where there are none */
  private static LocalDate partedBy(List<BusinessEntity> entities) {
    return entities.stream().map(entity -> entity.parted() ? entity.partedOn() : entity.partBy()).max(Comparator.naturalOrder()).orElse(null);
  }
}
