package cn.gov.officecleanup.procedure.registration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C21: an import changes nothing unseen: it is previewed, confirmed, and what was confirmed is what is kept. */
class ImportPreviewTest extends CampaignSetting {

  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n";
  private static final String BUREAU = "provincialBureau";
  private static final String COUNTY = "gov411729";

  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private Opinions opinions;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly forms;
  @Autowired
  private List<CaseFacts> facts;

  @Test
  void thePreviewSaysCellByCellWhatIsNewChangedUnchangedAndRefused() {
    kept(row("览0001", "甲", "410400", "110000", "北京市", 3) + row("览0002", "乙", "410400", "110000", "北京市", 3), BUREAU);
    ProcessInstance instance = imports(row("览0001", "甲", "410400", "110000", "北京市", 5) + row("览0002", "乙", "410400", "110000", "北京市", 3)
        + row("览0003", "丙", "410400", "110000", "北京市", 1) + row("览0004", "丁", "999999", "110000", "北京市", 1), BUREAU);
    List<Map<String, Object>> shown = shown(instance, "checkPreview", "changes");
    assertThat(shown).extracting(row -> row.get("number")).containsExactly("览0001", "览0003");
    assertThat(shown.get(0)).containsEntry("kind", "更新").containsEntry("cells", "人员编制：3 → 5").containsEntry("place", "第2行");
    assertThat(shown.get(1)).containsEntry("kind", "新增");
    assertThat(shown.get(1).get("cells")).asString().contains("机构名称：丙", "驻在城市代码：110000");
    assertThat(factsOf(instance)).containsEntry("办事机构", "新增 1，更新 1，未变 1").containsEntry("自动启动", "登记后不会自动启动案件。");
    assertThat(findings.open(instance.getBusinessKey())).extracting(Finding::message).singleElement().asString().contains("999999");
    assertThat(documents.list(instance.getBusinessKey())).extracting(StoredDocument::fileName).containsExactly("导入预览（第1次）.xlsx");
    assertThat(register.get("览0001").entry().staffEstablishment()).as("nothing is kept yet").isEqualTo(3);
  }

  @Test
  void whatBeginsByItselfTheBureauConfirmsBeforeAnythingIsKept() {
    ProcessInstance instance = imports(row("览0011", "新蔡县人民政府驻郑州办事处", "411729", "410100", "郑州市", 3), COUNTY);
    assertThat(factsOf(instance)).containsEntry("自动启动", "登记后将启动1件撤销。");
    keep(instance, COUNTY);
    asApplication();
    assertThat(instance).isWaitingAt("confirmStart");
    assertThat(register.findByRegisterNumber("览0011")).isEmpty();
    assertThat(shown(instance, "confirmStart", "starts"))
        .containsExactly(Map.of("start", "览0011", "office", "新蔡县人民政府驻郑州办事处", "what", "撤销"));

    complete(instance.getBusinessKey(), "confirmStart", BUREAU, Map.of("decision", "return", "opinion", "编号有误"));
    assertThat(instance).isWaitingAt("checkPreview");
    keep(instance, COUNTY);
    complete(instance.getBusinessKey(), "confirmStart", BUREAU, Map.of("decision", "confirm", "opinion", "同意"));
    runDueJobs();
    assertThat(instance).isWaitingAt("result");
    assertThat(register.get("览0011").status()).isEqualTo(OfficeStatus.REGISTERED);
    assertThat(opinions.of(instance.getBusinessKey())).extracting(Opinion::step)
        .containsExactly("preview", "checkPreview", "confirmStart", "checkPreview", "confirmStart");
  }

  @Test
  void inACampaignAnOfficeThatCanNoLongerApplyIsForetoldAndConfirmed() {
    start();
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    String late = row("览0021", "新乡市人民政府驻郑州办事处", "410700", "410100", "郑州市", 3);
    ProcessInstance instance = imports(late, "gov410700");
    assertThat(factsOf(instance)).containsEntry("自动启动", "登记后将启动1件保留申请（期限已过，由省局确认）。");
    keep(instance, "gov410700");
    assertThat(instance).isWaitingAt("confirmStart");
    complete(instance.getBusinessKey(), "confirmStart", BUREAU, Map.of("decision", "confirm", "opinion", "同意"));
    runDueJobs();
    assertThat(cases.openCaseOf(register.get("览0021").id(), "office-abolition")).isEmpty();
    assertThat(cases.openCaseOf(register.get("览0021").id(), "retention-application")).isPresent();
  }

  @Test
  void theIdentityOfAnOfficeWithAnOpenCaseIsNotChanged() {
    kept(row("览0031", "洛阳市人民政府驻郑州办事处", "410300", "410100", "郑州市", 3), BUREAU);
    Office office = register.get("览0031");
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    String number = cases.openCaseOf(office.id(), "office-abolition").orElseThrow().caseNumber();
    for (String other : List.of(row("览0031", "新乡市人民政府驻郑州办事处", "410300", "410100", "郑州市", 3),
        row("览0031", office.name(), "410700", "410100", "郑州市", 3), row("览0031", office.name(), "410300", "110000", "北京市", 3))) {
      ProcessInstance instance = imports(other, BUREAU);
      assertThat(findings.open(instance.getBusinessKey())).extracting(Finding::message)
          .singleElement()
          .asString()
          .contains("第 2 行", "览0031", number, "正在办理", "不能改变机构名称、派出地政府和驻在城市");
      assertThatThrownBy(() -> keep(instance, BUREAU)).isInstanceOf(RefusedException.class).hasMessageContaining("没有可以登记");
    }
    kept(row("览0031", office.name(), "410300", "410100", "郑州市", 9), BUREAU);
    assertThat(register.get("览0031").entry().staffEstablishment()).as("what else is stated may be corrected").isEqualTo(9);
  }

  @Test
  void aPreviewIsMadeAnewWhereTheRegisterHasChanged() {
    kept(row("览0041", "甲", "410400", "110000", "北京市", 3), BUREAU);
    ProcessInstance first = imports(row("览0041", "甲", "410400", "110000", "北京市", 5), BUREAU);
    kept(row("览0041", "甲", "410400", "110000", "北京市", 7), BUREAU);
    keep(first, BUREAU);
    asApplication();
    assertThat(first).isWaitingAt("checkPreview");
    assertThat(register.get("览0041").entry().staffEstablishment()).isEqualTo(7);
    assertThat(shown(first, "checkPreview", "changes").get(0)).containsEntry("cells", "人员编制：7 → 5");
    assertThat(factsOf(first).get("预览时间")).contains("第2次", "登记册有变动");
    assertThat(opinions.of(first.getBusinessKey())).extracting(Opinion::words).last().asString().contains("已重新生成预览");
    keep(first, BUREAU);
    runDueJobs();
    assertThat(register.get("览0041").entry().staffEstablishment()).isEqualTo(5);
  }

  @Test
  void itIsKeptInPortionsBetweenWhichOthersWork() {
    String rows = IntStream.rangeClosed(1, 501)
        .mapToObj(i -> row("批%04d".formatted(i), "第%d办".formatted(i), "410400", "110000", "北京市", 3))
        .collect(Collectors.joining());
    ProcessInstance instance = imports(rows, BUREAU);
    keep(instance, BUREAU);
    asApplication();
    runImportJob(instance);
    assertThat(kept("批")).as("one portion, one transaction").isEqualTo(500);
    assertThat(factsOf(instance)).containsEntry("登记进度", "已登记500行，共501行");
    assertThat(runtimeService().getVariable(instance.getId(), "importDone")).isEqualTo(false);

    // between two portions an official opens a case about one of the offices, and another import takes the number of the last
    as("gov410400", "gov410400");
    runtimeService().startProcessInstanceByKey("office-abolition",
        Map.of("officeId", String.valueOf(register.get("批0001").id()), "reason", "职能已经消失"));
    asApplication();
    assertThat(cases.openCaseOf(register.get("批0001").id(), "office-abolition")).isPresent();
    register.enter(new OfficeEntry("批0501", "他办", "410700", SenderKind.GOVERNMENT, null, "110000", "北京市", WorkKind.GENERAL, null, null, 1,
        null, false));

    runImportJob(instance);
    assertThat(instance).isWaitingAt("result");
    assertThat(register.get("批0501").name()).as("what was not confirmed is not overwritten").isEqualTo("他办");
    assertThat(factsOf(instance)).containsEntry("登记结果", "已登记500行，共501行；1行未登记");
    assertThat(factsOf(instance).get("未登记的行")).contains("批0501", "有变动");
    assertThat(documents.list(instance.getBusinessKey())).extracting(StoredDocument::fileName).contains("导入结果.xlsx");
  }

  @Test
  void oneThatWasInterruptedGoesOnWhereItStoppedAndDoublesNothing() {
    ProcessInstance instance = imports(IntStream.rangeClosed(1, 600)
        .mapToObj(i -> row("断%04d".formatted(i), "第%d办".formatted(i), "410400", "110000", "北京市", 3))
        .collect(Collectors.joining()), BUREAU);
    keep(instance, BUREAU);
    asApplication();
    runImportJob(instance);
    String right = jdbc.sql("select after_import from register_import_row where register_number = '断0550'").query(String.class).single();
    setAfter("{");
    assertThatThrownBy(() -> runImportJob(instance)).isInstanceOf(RuntimeException.class);
    assertThat(kept("断")).as("the portion that failed is not kept in part").isEqualTo(500);
    setAfter(right);
    runImportJob(instance);
    assertThat(instance).isWaitingAt("result");
    assertThat(factsOf(instance)).containsEntry("登记结果", "已登记600行，共600行");
    assertThat(kept("断")).isEqualTo(600);
    assertThat(register.all()).filteredOn(office -> office.registerNumber().startsWith("断"))
        .allMatch(office -> register.historyOf(office.id()).size() == 1);
  }

  private void setAfter(String content) {
    jdbc.sql("update register_import_row set after_import = ? where register_number = '断0550'").param(content).update();
  }

  private long kept(String prefix) {
    return register.all().stream().filter(office -> office.registerNumber().startsWith(prefix)).count();
  }

  private static void runImportJob(ProcessInstance instance) {
    Job job = managementService().createJobQuery().processInstanceId(instance.getId()).messages().singleResult();
    managementService().executeJob(job.getId());
  }

  private void kept(String rows, String user) {
    keep(imports(rows, user), user);
    runDueJobs();
  }

  private static void keep(ProcessInstance instance, String user) {
    complete(instance.getBusinessKey(), "checkPreview", user, Map.of("decision", "keep"));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> shown(ProcessInstance instance, String step, String table) {
    String task = task(instance.getBusinessKey(), step).getId();
    as(BUREAU, BUREAU);
    try {
      return (List<Map<String, Object>>) forms.ofTask(task).orElseThrow().values().get(table);
    } finally {
      asApplication();
    }
  }

  private Map<String, String> factsOf(ProcessInstance instance) {
    var file = cases.get(instance.getBusinessKey());
    return facts.stream()
        .flatMap(teller -> teller.of(file).stream())
        .filter(fact -> fact.section().equals("导入"))
        .collect(Collectors.toMap(Fact::label, Fact::value));
  }

  private static String row(String number, String name, String government, String city, String cityName, int staff) {
    return "%s,%s,%s,政府,%s,%s,一般,%d\n".formatted(number, name, government, city, cityName, staff);
  }

  private static ProcessInstance imports(String rows, String user) {
    as(user, user);
    try {
      return runtimeService().startProcessInstanceByKey("register-import",
          Map.of("file",
              Variables.fileValue("登记册.csv").file((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)).mimeType("text/csv").create(),
              "allOrNothing", false));
    } finally {
      asApplication();
    }
  }
}
