package cn.gov.officecleanup.procedure.registration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.EngineTests;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C21: the register taken in and given out from Tasklist. */
@EngineTest
class RegisterProceduresTest {

  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private Opinions opinions;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void aGovernmentRegistersOnlyItsOwnOffices() {
    as("gov410400", "gov410400");
    ProcessInstance instance = imports(row("试0001", "410400") + row("试0002", "410700"), false);
    assertThat(register.findByRegisterNumber("试0001")).as("nothing is kept before it is confirmed").isEmpty();
    keep(instance, "gov410400");
    runDueJobs();
    as("gov410400", "gov410400");
    assertThat(register.findByRegisterNumber("试0001")).isPresent();
    assertThat(register.findByRegisterNumber("试0002")).isEmpty();
    assertThat(findings.open(instance.getBusinessKey())).hasSize(1)
        .first()
        .extracting(Finding::message)
        .asString()
        .contains("第 3 行", "410700");
    assertThat(opinions.of(instance.getBusinessKey())).extracting(Opinion::words).first().asString().contains("新增 1");
    asApplication();
    assertThat(instance).isWaitingAt("result");
    assertThat(runtimeService().getVariables(instance.getId())).doesNotContainKey("file");
    as("gov410400", "gov410400");
    String result = task("result", instance).getId();
    assertThat(opening.ofTask(result).orElseThrow().findings()).extracting(Finding::message).singleElement().asString().contains("410700");
    taskService().complete(result, Map.of("read", true));
    asApplication();
    assertThat(instance).isEnded();
  }

  @Test
  void theProvincialBureauRegistersOfficesOfEveryGovernment() {
    as("provincialBureau", "provincialBureau");
    ProcessInstance instance = imports(row("试0005", "410400") + row("试0006", "410700"), false);
    keep(instance, "provincialBureau");
    runDueJobs();
    assertThat(register.findByRegisterNumber("试0005").orElseThrow().governmentCode()).isEqualTo("410400");
    assertThat(register.findByRegisterNumber("试0006").orElseThrow().governmentCode()).isEqualTo("410700");
    assertThat(findings.open(instance.getBusinessKey())).isEmpty();
  }

  @Test
  void aCountysFirstOfficeBringsTheGroupsOfItsOfficials() {
    assertThat(identityService().createGroupQuery().groupId("gov411421").count()).as("none takes part yet").isZero();
    as("provincialBureau", "provincialBureau");
    keep(imports(row("试0041", "411421"), false), "provincialBureau");
    runDueJobs();
    assertThat(identityService().createGroupQuery().groupId("gov411421Leader").singleResult().getName()).isEqualTo("民权县人民政府负责同志");
    assertThat(authorizationService().createAuthorizationQuery().groupIdIn("gov411421").count()).isPositive();
  }

  @Test
  void onRequestNothingGoesInWhileAnythingIsWrong() {
    as("provincialBureau", "provincialBureau");
    ProcessInstance instance = imports(row("试0011", "410400") + row("试0012", "999999"), true);
    assertThatThrownBy(() -> keep(instance, "provincialBureau")).isInstanceOf(RefusedException.class).hasMessageContaining("全部正确才导入");
    complete(instance.getBusinessKey(), "checkPreview", "provincialBureau", Map.of("decision", "abandon"));
    assertThat(instance).isEnded().hasPassed("abandoned");
    assertThat(register.findByRegisterNumber("试0011")).isEmpty();
    assertThat(findings.open(instance.getBusinessKey())).extracting(Finding::message)
        .singleElement()
        .asString()
        .contains("第 3 行", "999999");

    as("provincialBureau", "provincialBureau");
    keep(imports(row("试0011", "410400") + row("试0012", "410700"), true), "provincialBureau");
    runDueJobs();
    assertThat(register.findByRegisterNumber("试0011")).isPresent();
    assertThat(register.findByRegisterNumber("试0012")).isPresent();
  }

  @Test
  void aFileThatIsNoRegisterIsRefusedAtOnceAndLeavesNoCase() {
    long cases = cases();
    as("provincialBureau", "provincialBureau");
    assertThatThrownBy(() -> start("这不是登记册".getBytes(Charset.forName("GB18030")), "说明.csv", false)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("登记");
    assertThatThrownBy(() -> start(new byte[]{'P', 'K', 3, 4, 0}, "登记册.xlsx", false)).isInstanceOf(RefusedException.class)
        .hasMessageMatching("(?s).*\\p{IsHan}{4}.*");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("register-import", Map.of("file", "登记册.csv")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("请选择文件");
    assertThatThrownBy(() -> start(new byte[0], "", false)).isInstanceOf(RefusedException.class).hasMessageContaining("请选择文件");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("register-import")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请选择文件");
    asApplication();
    assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(cases()).isEqualTo(cases);
  }

  @Test
  void whoActsForNoGovernmentNeitherImportsNorExports() {
    List<Authorization> grants = EngineTests.grantStarting("zhang");
    try {
      as("zhang", "discipline");
      assertThatThrownBy(() -> imports(row("试0031", "410400"), false)).isInstanceOf(RefusedException.class).hasMessageContaining("不能办理");
      assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("register-export")).isInstanceOf(RefusedException.class)
          .hasMessageContaining("不能办理");
    } finally {
      asApplication();
      grants.forEach(grant -> authorizationService().deleteAuthorization(grant.getId()));
    }
    assertThat(register.findByRegisterNumber("试0031")).isEmpty();
  }

  @Test
  void anOfficialExportsWhatIsTheOwnGovernments() throws Exception {
    as("provincialBureau", "provincialBureau");
    keep(imports(row("试0021", "410400") + row("试0022", "410700"), false), "provincialBureau");
    runDueJobs();
    as("gov410400", "gov410400");
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("register-export");
    StoredDocument workbook = documents.list(instance.getBusinessKey()).get(0);
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(documents.content(workbook.id()).orElseThrow()))) {
      assertThat(book.getSheetAt(0)).extracting(row -> ((Row) row).getCell(0).getStringCellValue()).contains("试0021");
      assertThat(book.getSheetAt(0)).filteredOn(row -> ((Row) row).getRowNum() > 0)
          .allMatch(row -> ((Row) row).getCell(2).getStringCellValue().equals("410400"));
    }
    taskService().complete(task("download", instance).getId(), Map.of("downloaded", true));
    asApplication();
    assertThat(instance).isEnded();
  }

  @Test
  void whatOnlyTheOwnWishBeganIsNobodysToUrge() {
    as("gov410400", "gov410400");
    ProcessInstance exported = runtimeService().startProcessInstanceByKey("register-export");
    ProcessInstance imported = imports(row("试0061", "410400"), false);
    asApplication();
    for (ProcessInstance instance : List.of(exported, imported)) {
      assertThat(task(instance).getDueDate()).isNull();
    }
    // as one has it that an earlier version opened, until its model was replaced
    String left = task(exported).getId();
    Instant opened = ClockUtil.getCurrentTime().toInstant();
    taskService().setDueDate(left, Date.from(opened.plus(Duration.ofDays(1))));
    itIs(LocalDateTime.ofInstant(opened.plus(Duration.ofDays(30)), EngineClock.ZONE));
    runDueJobs();
    assertThat(jdbc.sql("select count(*) from escalation where case_number in (?, ?)")
        .params(exported.getBusinessKey(), imported.getBusinessKey())
        .query(Long.class)
        .single()).as("reminders and misses").isZero();
    assertThat(task(exported).getDueDate()).isNull();
    assertThat(timersOfCases()).as("looks to come").noneMatch(job -> job.getProcessInstanceId().equals(exported.getId()));
  }

  /** What was approved, and no more of it than can be published. */
  @Test
  void theBureauGetsTheListOfTheOfficesThatAreKept() throws Exception {
    as("provincialBureau", "provincialBureau");
    keep(imports("试0051,鹤壁市人民政府驻郑州办事处,410600,政府,410100,郑州市,一般,3\n试0052,新乡市人民政府驻郑州办事处,410700,政府,410100,郑州市,一般,3\n"
        + "试0053,新乡市人民政府驻武汉办事处,410700,政府,420100,武汉市,一般,3\n", false), "provincialBureau");
    runDueJobs();
    register.retain(register.get("试0051").id(), "豫政函〔2015〕51号", null, null, "C3", "经省政府批准予以保留。");
    register.retain(register.get("试0053").id(), null, null, null, "C12", "无须撤并。");
    as("provincialBureau", "provincialBureau");
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("register-export");
    StoredDocument list = documents.list(instance.getBusinessKey())
        .stream()
        .filter(document -> document.kind().equals("KEPT_OFFICES"))
        .findFirst()
        .orElseThrow();
    assertThat(list.fileName()).startsWith("经批准保留的办事机构名单");
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(documents.content(list.id()).orElseThrow()))) {
      assertThat(book.getSheetAt(0)).extracting(row -> ((Row) row).getCell(0).getStringCellValue())
          .contains("试0051")
          .doesNotContain("试0052", "试0053");
      assertThat(book.getSheetAt(0).getRow(0)).extracting(cell -> ((Cell) cell).getStringCellValue())
          .contains("保留批文")
          .doesNotContain("人员编制");
    }
    assertThat(documents.list(instance.getBusinessKey())).extracting(StoredDocument::kind).contains("DISCLOSURES");
    as("gov410600", "gov410600");
    ProcessInstance own = runtimeService().startProcessInstanceByKey("register-export");
    assertThat(documents.list(own.getBusinessKey())).hasSize(1);
    asApplication();
  }

  private static void keep(ProcessInstance instance, String user) {
    complete(instance.getBusinessKey(), "checkPreview", user, Map.of("decision", "keep"));
  }

  private long cases() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }

  private static String row(String number, String governmentCode) {
    return "%s,驻北京联络处,%s,政府,110000,北京市,一般,3\n".formatted(number, governmentCode);
  }

  private static ProcessInstance imports(String rows, boolean allOrNothing) {
    return start((HEADINGS + rows).getBytes(Charset.forName("GBK")), "登记册.csv", allOrNothing);
  }

  private static ProcessInstance start(byte[] content, String name, boolean allOrNothing) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("file", Variables.fileValue(name).file(content).mimeType("text/csv").create());
    variables.put("assetsFile", Variables.fileValue("").file(new byte[0]).create()); // what Tasklist sends where nothing was chosen
    variables.put("allOrNothing", allOrNothing);
    return runtimeService().startProcessInstanceByKey("register-import", variables);
  }
}
