package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.procedure.disposal.Disposing;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Official documents looked at before they are issued (预览). */
@EngineTest
class PreviewingTest {

  @Autowired
  private Previewing previewing;
  @Autowired
  private ObjectProvider<DocumentPreview> previews;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private JdbcClient jdbc;

  @BeforeEach
  void atWork() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  @Test
  void whoApprovesSeesTheReplyWithWhatIsTypedAndUsesNoNumberUp() {
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    int last = lastNumber();
    String caseNumber = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey();
    Applicant applicant = new Applicant(caseNumber, "410300").attachDocuments(documents);
    applicant.hand("draft", Applicant.soundDraft()).leader("sign", "同意上报。").bureauAccepts().bureauReviews("每年报告职能履行情况。");
    String signed = task(caseNumber, "bureauSign").getId();
    as("provincialBureauLeader", "provincialBureauLeader");
    assertThat(opening.ofTask(signed).orElseThrow().previews()).containsExactly(new Choice("bureau-opinion", "审核意见"),
        new Choice("reply-approval", "同意的批复"));
    assertThat(text(signed, "bureau-opinion", Map.of())).contains("豫机管〔2015〕　号", "建议同意保留洛阳市人民政府驻郑州办事处", "情况属实，建议批准", "每年报告职能履行情况。");
    assertThat(text(signed, "reply-approval", Map.of())).contains("豫政函〔2015〕　号", "2015年9月1日", "同意保留洛阳市人民政府驻郑州办事处", "每年报告职能履行情况。");
    asApplication();
    applicant.bureauLeader("sign");

    String approve = task(caseNumber, "approve").getId();
    as("gov410000", "gov410000");
    assertThat(text(approve, "reply-approval", Map.of("conditions", "每季度报告。\n不设分支机构。"))).contains("每季度报告。", "不设分支机构。")
        .doesNotContain("每年报告");
    assertThat(text(approve, "reply-approval", Map.of("conditions", ""))).as("the conditions taken out").doesNotContain("每年报告");
    assertThat(text(approve, "reply-refusal", Map.of("opinion", "工作量不足"))).contains("不同意保留", "经审核，工作量不足");
    assertThat(previewing.draw(approve, "closure-report", Map.of())).as("not of this task").isEmpty();
    for (String other : new String[]{"gov410300", "supervisors", "provincialBureau"}) {
      as(other, other);
      assertThat(previewing.draw(approve, "reply-approval", Map.of())).as(other).isEmpty();
    }
    asApplication();
    applicant.provinceDrafts("refuse", "");
    as("gov410000Leader", "gov410000Leader");
    assertThat(text(task(caseNumber, "issue").getId(), "reply-drafted", Map.of())).as("who signs sees what was drafted")
        .contains("豫政函〔2015〕　号", "不同意保留", "经审核，依规办理");
    asApplication();
    assertThat(lastNumber()).isEqualTo(last);
  }

  @Test
  void disposalsAndTheClosureAreSeenBeforeTheyAreSigned() {
    Office office = SampleOffice.enter(register, "410225");
    SampleOffice.give(register, office, "S-01", AssetKind.EQUIPMENT, "1000.00");
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    WindingUp winding = WindingUp.of("410225", documents);
    winding.inventory("[" + SampleOffice.row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", "") + "]").staff("[]");
    Disposing disposing = new Disposing(winding.casesOf("asset-disposal").get(0), "410225", documents).attachAll()
        .propose(Disposing.proposal("TRANSFER"));
    as("gov410225Leader", "gov410225Leader");
    assertThat(text(task(disposing.caseNumber(), "endorse").getId(), "disposal-reply", Map.of())).contains("兰考政办函〔2015〕　号", "S-01",
        "县机关事务服务中心");
    asApplication();
    disposing.endorse("agree").carryOut(Disposing.execution("TRANSFER", null));
    runDueJobs();
    winding.close();
    as("gov410225Leader", "gov410225Leader");
    assertThat(text(task(winding.caseNumber(), "signClosure").getId(), "closure-report", Map.of())).contains("兰考政函〔2015〕　号", "撤销办结情况的函",
        "S-01");
    asApplication();
    assertThat(documents.list(winding.caseNumber())).as("none of it is filed")
        .extracting(StoredDocument::kind)
        .doesNotContain("CLOSURE_REPORT");
  }

  @Test
  void everyDocumentThatAModelNamesCanBeDrawn() {
    Stream<String> named = repositoryService().createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .stream()
        .map(ProcessDefinition::getId)
        .flatMap(id -> repositoryService().getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream())
        .flatMap(task -> ModelProperties.words(task, Previewing.PROPERTY).stream())
        .distinct();
    assertThat(named).containsExactlyInAnyOrderElementsOf(previews.stream().map(DocumentPreview::name).toList());
  }

  private int lastNumber() {
    return jdbc.sql("select coalesce(sum(last_number), 0) from document_number where prefix = '豫政函'").query(Integer.class).single();
  }

  private String text(String task, String name, Map<String, String> typed) {
    byte[] docx = previewing.draw(task, name, typed).orElseThrow();
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx)); var text = new XWPFWordExtractor(document)) {
      return text.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
