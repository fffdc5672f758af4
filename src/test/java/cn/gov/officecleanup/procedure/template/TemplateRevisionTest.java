package cn.gov.officecleanup.procedure.template;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.Reply;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.document.TemplateVersions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.Henan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A template is edited, tried out and put into use. */
@EngineTest
class TemplateRevisionTest {

  private static final Map<String, Object> REVISED = Map.of("decision", "submit", "opinion", "增加一句。");

  @Autowired
  private CaseDocuments documents;
  @Autowired
  private TemplateVersions versions;
  @Autowired
  private OfficialDocuments official;
  @Autowired
  private JdbcClient jdbc;

  private ProcessInstance revision;
  private String caseNumber;

  @BeforeEach
  void begin() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    as("provincialBureau", "provincialBureau");
    revision = runtimeService().startProcessInstanceByKey("template-revision", Map.of("template", "RETENTION_REFUSAL"));
    caseNumber = revision.getBusinessKey();
    asApplication();
  }

  @AfterEach
  void forget() {
    asApplication();
    jdbc.sql("delete from template_version").update();
  }

  @Test
  void documentsAreMadeFromItOnceTheLeaderPutItIntoUse() {
    assertThat(names()).containsExactly("不同意保留的批复（现行模板）.docx");
    handIn("修改稿.docx", withSentence("请抓紧落实。"));
    complete(caseNumber, "revise", "provincialBureau", REVISED);
    assertThat(text(content("TEMPLATE_SPECIMEN"))).contains("请抓紧落实。", "不同意保留某某市");
    assertThat(reply()).doesNotContain("请抓紧落实。");
    complete(caseNumber, "approve", "provincialBureauLeader", Map.of("decision", "return", "opinion", "语气再缓和些。"));
    assertThat(revision).isWaitingAt("revise");

    itIs(LocalDateTime.of(2015, 9, 1, 10, 0));
    handIn("再改.docx", withSentence("请按规定落实。"));
    complete(caseNumber, "revise", "provincialBureau", REVISED);
    assertThat(names()).as("the specimen before is gone").filteredOn(name -> name.contains("样张")).hasSize(1);
    complete(caseNumber, "approve", "provincialBureauLeader", Map.of("decision", "enable", "opinion", "同意。"));
    assertThat(revision).isEnded().hasPassed("enable", "enabled");
    assertThat(reply()).contains("请按规定落实。");
    assertThat(versions.current(OfficialTemplate.RETENTION_REFUSAL)).isEqualTo(1);
    assertThat(versions.current(OfficialTemplate.RETENTION_REPLY)).isZero();
  }

  @Test
  void whatCannotBeUsedIsRefusedAndTheTaskStaysOpen() {
    assertRefused("缺少“修改后的模板”");
    handIn("现行.docx", versions.read(OfficialTemplate.RETENTION_REFUSAL));
    assertRefused("完全相同");
    itIs(LocalDateTime.of(2015, 9, 1, 9, 10));
    handIn("错.docx", withSentence("{{offise}}"));
    assertRefused("不认识的标签：{{offise}}");
    assertThat(names()).as("no specimen of it").noneMatch(name -> name.contains("样张"));
    assertThat(revision).isWaitingAt("revise");
  }

  @Test
  void whatIsExchangedAfterTheSpecimenIsNotPutIntoUse() {
    handIn("修改稿.docx", withSentence("请抓紧落实。"));
    complete(caseNumber, "revise", "provincialBureau", REVISED);
    itIs(LocalDateTime.of(2015, 9, 1, 11, 0));
    handIn("另一稿.docx", withSentence("没有看过的一句。"));
    assertThatThrownBy(() -> complete(caseNumber, "approve", "provincialBureauLeader", Map.of("decision", "enable", "opinion", "同意。")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("样张与之不符");
    asApplication();
    assertThat(revision).isWaitingAt("approve");
    assertThat(versions.current(OfficialTemplate.RETENTION_REFUSAL)).isZero();
  }

  @Test
  void aRevisionThatAnotherOvertookUndoesNothingAndIsGivenUp() {
    as("zhao", "provincialBureau");
    String other = runtimeService().startProcessInstanceByKey("template-revision", Map.of("template", "RETENTION_REFUSAL"))
        .getBusinessKey();
    asApplication();
    documents.store(new NewDocument(other, Henan.PROVINCE.code(), "TEMPLATE", "他稿.docx", withSentence("他人的修改。"), "provincialBureau",
        "revise", "provincialBureau"));
    String revise = task(other, "revise").getId();
    as("zhao", "provincialBureau");
    taskService().complete(revise, REVISED);
    asApplication();
    complete(other, "approve", "provincialBureauLeader", Map.of("decision", "enable", "opinion", "同意。"));
    handIn("修改稿.docx", withSentence("请抓紧落实。"));
    assertRefused("现行模板已经更换");
    complete(caseNumber, "revise", "provincialBureau", Map.of("decision", "abandon", "opinion", "重新发起。"));
    assertThat(revision).isEnded().hasPassed("abandoned");
    assertThat(reply()).contains("他人的修改。");
  }

  @Test
  void onlyTheBureauBeginsItAndNobodyApprovesTheOwnWork() {
    as("gov410300", "gov410300");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("template-revision", Map.of("template", "CLOSURE_REPORT")))
        .isInstanceOf(AuthorizationException.class);
    as("provincialBureau", "provincialBureau");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("template-revision", Map.of("template", "NONE")))
        .isInstanceOf(RefusedException.class);
    asApplication();
    handIn("修改稿.docx", withSentence("请抓紧落实。"));
    complete(caseNumber, "revise", "provincialBureau", REVISED);
    String approve = task(caseNumber, "approve").getId();
    as("provincialBureau", "provincialBureau", "provincialBureauLeader");
    assertThatThrownBy(() -> taskService().complete(approve, Map.of("decision", "enable", "opinion", "同意。")))
        .isInstanceOf(RefusedException.class);
    asApplication();
    assertThat(revision).isWaitingAt("approve");
  }

  private void assertRefused(String words) {
    assertThatThrownBy(() -> complete(caseNumber, "revise", "provincialBureau", REVISED)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
    asApplication();
  }

  private void handIn(String name, byte[] template) {
    documents.store(
        new NewDocument(caseNumber, Henan.PROVINCE.code(), "TEMPLATE", name, template, "provincialBureau", "revise", "provincialBureau"));
  }

  private List<String> names() {
    return documents.list(caseNumber).stream().map(StoredDocument::fileName).toList();
  }

  private byte[] content(String kind) {
    return documents
        .content(documents.list(caseNumber).stream().filter(document -> document.kind().equals(kind)).findFirst().orElseThrow().id())
        .orElseThrow();
  }

  private String reply() {
    return text(official.retentionReply(new Reply("豫政函〔2015〕1号", LocalDate.of(2015, 9, 1), "洛阳市人民政府", "洛阳市人民政府驻郑州办事处",
        new Reply.Request("请示", null, null), new Reply.Refusal(null, null), List.of(), List.of())));
  }

  private byte[] withSentence(String sentence) {
    try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(versions.read(OfficialTemplate.RETENTION_REFUSAL)));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      docx.createParagraph().createRun().setText(sentence);
      docx.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] docx) {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx)); var text = new XWPFWordExtractor(document)) {
      return text.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
