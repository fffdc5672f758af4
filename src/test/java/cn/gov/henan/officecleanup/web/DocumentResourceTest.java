package cn.gov.henan.officecleanup.web;

import static cn.gov.henan.officecleanup.testkit.EngineTests.as;
import static cn.gov.henan.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.henan.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.henan.officecleanup.auditlog.AuditEvent;
import cn.gov.henan.officecleanup.auditlog.AuditLog;
import cn.gov.henan.officecleanup.auditlog.AuditQuery;
import cn.gov.henan.officecleanup.document.CaseDocuments;
import cn.gov.henan.officecleanup.document.NewDocument;
import cn.gov.henan.officecleanup.document.StoredDocument;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.register.Office;
import cn.gov.henan.officecleanup.register.OfficeEntry;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import cn.gov.henan.officecleanup.register.SenderKind;
import cn.gov.henan.officecleanup.register.WorkKind;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import java.io.IOException;
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
  private String caseNumber;

  @BeforeEach
  void anOpenCaseOfLuoyang() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    Office office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT,
        null, "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    caseNumber = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office.id())).getBusinessKey();
  }

  @Test
  void onlyWhoHasATaskInTheCaseAttaches() throws IOException {
    for (String other : new String[] {"supervisors", "gov410700", "provincialBureau", "gov410300Leader"}) {
      as(other, other);
      assertThatThrownBy(() -> resource.attach(caseNumber, "REQUEST", PDF)).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
    }
    as("gov410300", "gov410300");
    assertThat(resource.attach(caseNumber, "REQUEST", PDF).fileName()).isEqualTo("请示.pdf");
    assertThatThrownBy(() -> resource.attach(caseNumber, "REPLY", PDF)).isInstanceOf(RefusedException.class);
  }

  @Test
  void whoMayReadTheGovernmentsCasesDownloads() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(caseNumber, "REQUEST", PDF);
    for (String reader : new String[] {"gov410300Leader", "provincialBureau", "supervisors", "audit"}) {
      as(reader, reader);
      assertThat(resource.download(document.id()).getBody()).isEqualTo(PDF.getBytes());
    }
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> resource.download(document.id())).isInstanceOf(ResponseStatusException.class).hasMessageContaining("404");
  }

  @Test
  void whoTakesAnExportOutAgainIsNoted() {
    UUID export = documents.store(new NewDocument(caseNumber, "410300", "REGISTER", "登记册.pdf", "%PDF-1.4 register".getBytes(), "gov410300")).id();
    as("supervisors", "supervisors");
    resource.download(export);
    assertThat(auditLog.find(new AuditQuery(List.of("supervisors"), AuditEvent.Kind.EXPORTED, caseNumber, null, null), null)).singleElement()
        .extracting(AuditEvent::subject).isEqualTo("登记册.pdf");
  }

  @Test
  void onlyTheOwnDocumentIsTakenBack() throws IOException {
    as("gov410300", "gov410300");
    StoredDocument document = resource.attach(caseNumber, "REQUEST", PDF);
    as("supervisors", "supervisors");
    assertThatThrownBy(() -> resource.takeBack(document.id())).isInstanceOf(ResponseStatusException.class);
    as("colleague", "gov410300");
    assertThatThrownBy(() -> resource.takeBack(document.id())).isInstanceOf(RefusedException.class).hasMessageContaining("自己上传");
    as("gov410300", "gov410300");
    resource.takeBack(document.id());
    assertThatThrownBy(() -> resource.download(document.id())).isInstanceOf(ResponseStatusException.class);
  }

  @Test
  void supervisorsSeeEveryTaskAndWorkOnNone() {
    as("supervisors", "supervisors");
    String task = taskService().createTaskQuery().taskDefinitionKey("draft").singleResult().getId();
    assertThatThrownBy(() -> taskService().claim(task, "supervisors")).isInstanceOf(AuthorizationException.class);
    asApplication();
  }
}
