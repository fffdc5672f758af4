package cn.gov.officecleanup.edge.web;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Who reads, attaches and takes back the documents of a case. */
@EngineTest
class DocumentResourceTest {

  private static final MockMultipartFile PDF = new MockMultipartFile("file", "请示.pdf", "application/pdf", "%PDF-1.4 request".getBytes());

  @Autowired
  private DocumentResource resource;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private AuditLog auditLog;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private AssetLedger ledger;
  private String caseNumber;
  private String task;

  @BeforeEach
  void anOpenCaseOfLuoyang() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    Office office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    caseNumber = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office.id())).getBusinessKey();
    task = task(caseNumber, "draft").getId();
  }

  @Test
  void onlyWhoHasATaskInTheCaseAttaches() throws IOException {
    for (String other : new String[]{"supervisors", "gov410700", "provincialBureau", "gov410300Leader"}) {
      as(other, other);
      assertThatThrownBy(() -> resource.attach(task, "REQUEST", PDF)).isInstanceOf(ResponseStatusException.class)
          .hasMessageContaining("404");
    }
    as("gov410300", "gov410300");
    assertThat(resource.attach(task, "REQUEST", PDF)).returns("请示.pdf", StoredDocument::fileName)
        .returns("draft", StoredDocument::step)
        .returns("gov410300", StoredDocument::group);
  }

  @Test
  void aTaskTakesTheKindsThatItsFormNames() {
    as("gov410300", "gov410300");
    for (String kind : new String[]{"REPLY", "RECEIPT", "NOSUCH", "", "request", "REQUEST "}) {
      assertThatThrownBy(() -> resource.attach(task, kind, PDF)).as(kind)
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("请示、常务会议纪要、管理制度");
    }
    asApplication();
    assertThat(documents.list(caseNumber)).isEmpty();
  }

  @Test
  void whoseTaskItIsAttachesAloneOnceItIsClaimed() {
    as("wang", "gov410300");
    taskService().claim(task, "wang");
    as("li", "gov410300");
    assertThatThrownBy(() -> resource.attach(task, "REQUEST", PDF)).isInstanceOf(RefusedException.class).hasMessageContaining("已由“wang”签收");
    asApplication();
  }

  @Test
  void aDocumentIsTakenBackWhereItWasAttachedAlone() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(task, "REQUEST", PDF);
    asApplication();
    Applicant applicant = new Applicant(caseNumber, "410300");
    applicant.attachDocuments(documents).hand("draft", Applicant.soundDraft());
    as("gov410300", "gov410300", "gov410300Leader");
    assertThatThrownBy(() -> resource.takeBack(document.id())).as("the leader signs what it rests on")
        .isInstanceOf(ResponseStatusException.class);
    asApplication();
    applicant.leader("return", "请更换请示。");
    as("gov410300", "gov410300");
    resource.takeBack(document.id());
    asApplication();
    assertThat(documents.find(document.id())).as("where the same form is corrected").isEmpty();
  }

  @Test
  void whatAnotherCasesLedgerRestsOnDoesNotConcernTheOwn() throws IOException {
    Office other = SampleOffice.enter(register, "410225");
    SampleOffice.give(register, other, "A1", AssetKind.EQUIPMENT, "1.00");
    String abolition = runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", other.id())).getBusinessKey();
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(task, "REQUEST", PDF);
    asApplication();
    ledger.record(ledger.assetsOf(abolition).get(0).id(), LedgerStep.APPRAISED, BigDecimal.ONE.setScale(2), null,
        "SHA-256 " + document.sha256(), null);
    as("gov410300", "gov410300");
    resource.takeBack(document.id());
    asApplication();
    assertThat(documents.find(document.id())).isEmpty();
  }

  @Test
  void whoMayReadTheGovernmentsCasesDownloads() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(task, "REQUEST", PDF);
    for (String reader : new String[]{"gov410300Leader", "provincialBureau", "supervisors", "audit"}) {
      as(reader, reader);
      assertThat(resource.download(document.id()).getBody()).isEqualTo(PDF.getBytes());
    }
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> resource.download(document.id())).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
  }

  @Test
  void wordAndExcelAreShownToWhoMayReadTheCaseAndToNobodyElse() throws IOException {
    StoredDocument word = documents.store(new NewDocument(caseNumber, "410300", "REQUEST", "请示.docx",
        getClass().getResourceAsStream("/documents/retention-reply.docx").readAllBytes(), "gov410300"));
    StoredDocument pdf = documents.store(new NewDocument(caseNumber, "410300", "REQUEST", "请示.pdf", PDF.getBytes(), "gov410300"));
    as("gov410300", "gov410300");
    assertThat(resource.pages(word.id()).sheets()).isNotEmpty();
    assertThatThrownBy(() -> resource.sheets(word.id())).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
    assertThatThrownBy(() -> resource.pages(pdf.id())).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> resource.pages(word.id())).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
  }

  @Test
  void whoTakesAnExportOutAgainIsNoted() {
    UUID export = documents.store(new NewDocument(caseNumber, "410300", "REGISTER", "登记册.pdf", "%PDF-1.4 register".getBytes(), "gov410300"))
        .id();
    as("supervisors", "supervisors");
    resource.download(export);
    assertThat(auditLog.find(new AuditQuery(List.of("supervisors"), AuditEvent.Kind.EXPORTED, caseNumber, null, null), null))
        .singleElement()
        .extracting(AuditEvent::subject)
        .isEqualTo("登记册.pdf");
  }

  @Test
  void onlyTheOwnDocumentIsTakenBack() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(task, "REQUEST", PDF);
    as("supervisors", "supervisors");
    assertThatThrownBy(() -> resource.takeBack(document.id())).isInstanceOf(ResponseStatusException.class);
    as("colleague", "gov410300");
    assertThatThrownBy(() -> resource.takeBack(document.id())).isInstanceOf(RefusedException.class).hasMessageContaining("自己上传");
    as("gov410300", "gov410300");
    resource.takeBack(document.id());
    assertThatThrownBy(() -> resource.download(document.id())).isInstanceOf(ResponseStatusException.class);
  }

  @Test
  void onlyTheOwnDocumentAtHandIsFiledAsOfAnotherKindAndOnlyAsOneThatTheFormNames() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(task, "REQUEST", PDF);
    assertThat(resource.changeKind(document.id(), "MINUTES")).returns("MINUTES", StoredDocument::kind)
        .returns(document.id(), StoredDocument::id);
    assertThatThrownBy(() -> resource.changeKind(document.id(), "RECEIPT")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("常务会议纪要");
    StoredDocument again = resource.attach(task, "REQUEST", PDF);
    assertThatThrownBy(() -> resource.changeKind(again.id(), "MINUTES")).isInstanceOf(RefusedException.class).hasMessageContaining("已经有了");
    as("colleague", "gov410300");
    assertThatThrownBy(() -> resource.changeKind(document.id(), "OTHER")).isInstanceOf(RefusedException.class).hasMessageContaining("自己上传");
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> resource.changeKind(document.id(), "OTHER")).isInstanceOf(ResponseStatusException.class)
        .hasMessageContaining("404");
    asApplication();
    assertThat(documents.find(document.id())).get().returns("MINUTES", StoredDocument::kind);
  }

  @Test
  void supervisorsSeeEveryTaskAndWorkOnNone() {
    as("supervisors", "supervisors");
    String task = taskService().createTaskQuery().taskDefinitionKey("draft").singleResult().getId();
    assertThatThrownBy(() -> taskService().claim(task, "supervisors")).isInstanceOf(AuthorizationException.class);
    asApplication();
  }
}
