package cn.gov.officecleanup.procedure.change;

import static cn.gov.officecleanup.procedure.application.Applicant.soundChange;
import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.procedure.application.ChangeKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C3, C4: what was approved is changed, prolonged and revoked by the same three levels. */
@EngineTest
class RetentionChangeTest {

  private static final String LUOYANG = "410300";
  private static final String NAME = "洛阳市人民政府驻郑州办事处";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private JdbcClient jdbc;

  private ProcessInstance instance;
  private Applicant luoyang;

  @BeforeEach
  void longAfterTheCampaign() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  @Test
  void aNameIsChangedInTheRegisterByTheReply() throws Exception {
    Office office = kept(WorkKind.GENERAL, null);
    change(office, ChangeKind.NAME);
    luoyang.attachDocuments(documents).hand("draft", with(ChangeKind.NAME, "newName", "洛阳市人民政府驻郑州联络处"));
    assertThat(instance).isWaitingAt("approval");
    as("gov" + LUOYANG + "Leader", "gov" + LUOYANG + "Leader");
    assertThat(opening.ofTask(luoyang.task("sign").getId()).orElseThrow().facts()).anyMatch(fact -> fact.value().equals("名称变更"))
        .anyMatch(fact -> fact.value().equals("洛阳市人民政府驻郑州联络处"));
    asApplication();
    luoyang.approvalTo("approve");
    assertThat(instance).isWaitingAt("receive").hasPassed("change");
    assertThat(now(office).name()).isEqualTo("洛阳市人民政府驻郑州联络处");
    assertThat(now(office).status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(jdbc.sql("select search_key from office where id = ?").param(office.id()).query(String.class).single())
        .as("found by its new name")
        .contains("联络处");
    assertThat(history(office)).as("told in the history").contains("更名为“洛阳市人民政府驻郑州联络处”，原名“" + NAME);
    assertThat(replyText())
        .contains("关于同意", NAME, "更名的批复", "《关于保留办事处有关事项的请示》（洛政文〔2015〕58号）", "同意" + NAME + "更名为洛阳市人民政府驻郑州联络处。", "每年报告职能履行情况。")
        .doesNotContain("{{", "依法处置资产");
    luoyang.does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isEnded().hasPassed("changed").hasNotPassed("abolition");
  }

  @Test
  void anOfficeMovesWithinItsCity() throws Exception {
    Office office = kept(WorkKind.GENERAL, null);
    change(office, ChangeKind.PLACE);
    luoyang.attachDocuments(documents).hand("draft", with(ChangeKind.PLACE, "newAddress", "金水区纬五路1号")).approvalTo("approve");
    assertThat(register.addressOf(office.id())).contains("金水区纬五路1号");
    assertThat(replyText()).contains("驻址变更为金水区纬五路1号。");
  }

  /** C4: what waits for the end of the special work waits until the new day. */
  @Test
  void specialWorkIsProlongedAndEndsOnTheNewDay() {
    Office office = enter(WorkKind.SPECIAL_WORK, LocalDate.of(2016, 6, 30));
    ProcessInstance retention = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office.id()));
    Map<String, Object> draft = soundDraft();
    draft.put("specialWorkName", "移民安置");
    new Applicant(retention.getBusinessKey(), LUOYANG).attachDocuments(documents)
        .hand("draft", draft)
        .approvalTo("approve")
        .does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(retention).isWaitingAt("specialWorkEnds");

    change(office, ChangeKind.PROLONGATION);
    luoyang.attachDocuments(documents);
    assertThatThrownBy(() -> luoyang.hand("draft", with(ChangeKind.PROLONGATION, "newSpecialWorkEnd", "2016-06-29")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能早于“现定的专项工作结束日期”");
    asApplication();
    luoyang.hand("draft", with(ChangeKind.PROLONGATION, "newSpecialWorkEnd", "2016-06-30"));
    assertFound("NOT_LATER", "C4");
    luoyang.hand("correct", with(ChangeKind.PROLONGATION, "newSpecialWorkEnd", "2017-06-30")).approvalTo("approve");
    assertThat(now(office).entry().specialWorkEnd()).isEqualTo(LocalDate.of(2017, 6, 30));
    assertThat(now(office).outcome().retainedUntil()).isEqualTo(LocalDate.of(2017, 6, 30));
    luoyang.does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isEnded();

    itIs(LocalDateTime.of(2016, 7, 1, 0, 1));
    runDueJobs();
    assertThat(retention).as("the old day is no end any more").isWaitingAt("specialWorkEnds");
    itIs(LocalDateTime.of(2017, 7, 1, 0, 1));
    runDueJobs();
    assertThat(now(office).status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(retention).hasPassed("specialWorkEnds");
  }

  @Test
  void aRevokedOfficeIsAbolished() throws Exception {
    Office office = kept(WorkKind.GENERAL, null);
    change(office, ChangeKind.REVOCATION);
    luoyang.attachDocuments(documents).hand("draft", soundChange(ChangeKind.REVOCATION)).approvalTo("approve");
    assertThat(now(office).status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(now(office).outcome().reason()).contains("撤销保留");
    assertThat(replyText()).contains("同意撤销" + NAME + "。", "依法处置资产", "妥善安置");
    luoyang.does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isWaitingAt("abolition");
    WindingUp.of(LUOYANG, documents).withoutAssetsAndStaff();
    assertThat(instance).isEnded().hasPassed("abolished");
    assertThat(now(office).status()).isEqualTo(OfficeStatus.ABOLISHED);
  }

  @Test
  void whatIsRefusedStaysAsItWas() throws Exception {
    Office office = kept(WorkKind.GENERAL, null);
    change(office, ChangeKind.REVOCATION);
    luoyang.attachDocuments(documents).hand("draft", soundChange(ChangeKind.REVOCATION)).approvalTo("refuse");
    assertThat(instance).isWaitingAt("receiveRefusal").hasPassed("refuse");
    assertThat(now(office)).isEqualTo(office);
    assertThat(replyText()).contains("关于不同意", "不同意撤销" + NAME + "。", "继续按照原批复的要求管理");
    luoyang.does("receiveRefusal", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isEnded().hasPassed("refused");
  }

  @Test
  void whatIsWithdrawnStaysAsItWas() {
    Office office = kept(WorkKind.GENERAL, null);
    change(office, ChangeKind.REVOCATION);
    luoyang.attachDocuments(documents).hand("draft", soundChange(ChangeKind.REVOCATION));
    as("gov" + LUOYANG, "gov" + LUOYANG);
    runtimeService().startProcessInstanceByKey("application-withdrawal", Map.of("caseNumber", luoyang.caseNumber(), "reason", "工作需要发生变化"));
    asApplication();
    assertThat(instance).isEnded().hasPassed("unchanged");
    assertThat(now(office)).isEqualTo(office);
    change(office, ChangeKind.NAME);
    assertThat(instance).as("the office is free for another case").isWaitingAt("draft");
  }

  @Test
  void whatTheLeaderReturnsIsCorrected() {
    change(kept(WorkKind.GENERAL, null), ChangeKind.NAME);
    luoyang.attachDocuments(documents).hand("draft", with(ChangeKind.NAME, "newName", NAME));
    assertFound("SAME_NAME", "C3");
    luoyang.hand("correct", with(ChangeKind.NAME, "newName", "洛阳市人民政府驻郑州联络处")).leader("return", "请补充理由。");
    assertFound("RETURNED", "C3");
    luoyang.hand("correct", with(ChangeKind.NAME, "newName", "洛阳市人民政府驻郑州联络处"));
    assertThat(instance).isWaitingAt("approval");
  }

  @Test
  void whatTheChangeRestsOnIsDemandedAtTheForm() {
    change(kept(WorkKind.GENERAL, null), ChangeKind.NAME);
    Map<String, Object> sound = with(ChangeKind.NAME, "newName", "洛阳市人民政府驻郑州联络处");
    assertThatThrownBy(() -> luoyang.hand("draft", sound)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("缺少“请示”")
        .hasMessageContaining("缺少“常务会议纪要”");
    asApplication();
    luoyang.attachDocuments(documents);
    assertThatThrownBy(() -> luoyang.hand("draft", soundChange(ChangeKind.NAME))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“变更后的机构全称”不能为空");
    asApplication();
    assertThatThrownBy(() -> luoyang.hand("draft", soundChange(ChangeKind.REVOCATION))).as("what the case is not about")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("本案办理的是“名称变更”");
    asApplication();
  }

  @Test
  void onlyWhatIsKeptByApprovalIsChangedAndOnlySpecialWorkProlonged() {
    Office registered = enter(WorkKind.GENERAL, null);
    assertThatThrownBy(() -> change(registered, ChangeKind.NAME)).isInstanceOf(RefusedException.class).hasMessageContaining("不是经省政府批准");
    register.retain(registered.id(), "豫政函〔2014〕7号", null, null, "C3", "经省政府批准予以保留。");
    assertThatThrownBy(() -> change(registered, ChangeKind.PROLONGATION)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能申请延期");
    change(registered, ChangeKind.PLACE);
    assertThatThrownBy(() -> change(registered, ChangeKind.NAME)).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理");
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("retention-change",
        Map.of("officeId", String.valueOf(registered.id()), "changeKind", "NAME"))).as("another government's")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从列出的选项中选择");
    asApplication();
  }

  private void assertFound(String code, String clause) {
    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code).containsExactly(code);
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::clause).containsExactly(clause);
  }

  private static Map<String, Object> with(ChangeKind kind, String field, String value) {
    Map<String, Object> draft = soundChange(kind);
    draft.put(field, value);
    return draft;
  }

  private void change(Office office, ChangeKind kind) {
    instance = runtimeService().startProcessInstanceByKey("retention-change", Map.of("officeId", office.id(), "changeKind", kind.name()));
    luoyang = new Applicant(instance.getBusinessKey(), LUOYANG);
  }

  private Office kept(WorkKind kind, LocalDate end) {
    Office office = enter(kind, end);
    // of an earlier year: no reply of the test gets this number
    register.retain(office.id(), "豫政函〔2014〕7号", null, end, "C3", "经省政府批准予以保留。");
    return now(office);
  }

  private Office enter(WorkKind kind, LocalDate end) {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), NAME, LUOYANG, SenderKind.GOVERNMENT, null, "410100", "郑州市", kind,
        end, "洛政文〔1990〕1号", 6, null, true));
  }

  private Office now(Office office) {
    return register.get(office.id());
  }

  private String history(Office office) {
    return jdbc.sql("select reason from office_status_change where office_id = ? order by id desc fetch first 1 row only")
        .param(office.id())
        .query(String.class)
        .single();
  }

  private String replyText() throws Exception {
    StoredDocument reply = documents.list(luoyang.caseNumber())
        .stream()
        .filter(document -> document.kind().equals("REPLY"))
        .findFirst()
        .orElseThrow();
    try (var docx = new XWPFDocument(new ByteArrayInputStream(documents.content(reply.id()).orElseThrow()));
        var text = new XWPFWordExtractor(docx)) {
      return text.getText();
    }
  }
}
