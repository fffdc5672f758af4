package cn.gov.officecleanup.procedure.campaign;

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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C20: how a campaign is started, where it sends every office, who reports, and how what comes later joins. */
class CleanupCampaignTest extends CampaignSetting {

  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出主体,派出部门,驻在城市代码,驻在城市,工作类别,专项工作结束日期,人员编制\n";

  @Autowired
  private CaseFiles cases;
  @Autowired
  private LocalityReports reports;
  @Autowired
  private RegisterImport importer;
  @Autowired
  private Terms terms;

  @Test
  void everyOfficeIsSentOnItsWayByItsDisposition() {
    Office city = office(LUOYANG, "410100");
    Office county = office("410324", "410100");
    Office department = office("410700", "410100", "旅游局", WorkKind.GENERAL, null);
    Office assistance = office("411300", "650100", null, WorkKind.PAIRED_ASSISTANCE, null);
    Office beijing = office("411300", "110000");
    Office special = office("410400", "420100", null, WorkKind.SPECIAL_WORK, LocalDate.of(2016, 6, 30));
    Office noMeasure = office("410600", "310000");
    Office ended = office("410500", "420100", null, WorkKind.SPECIAL_WORK, LocalDate.of(2014, 6, 30));
    Office one = office("410200", "310000");
    Office other = office("410200", "310000", "商务局", WorkKind.GENERAL, null);
    start();

    assertThat(cases.openCaseOf(city.id(), "retention-application")).isPresent();
    for (Office abolished : List.of(county, department, ended)) {
      assertThat(cases.openCaseOf(abolished.id(), "office-abolition")).as(abolished.registerNumber()).isPresent();
      assertThat(status(abolished)).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    }
    for (Office retained : List.of(special, noMeasure, beijing)) {
      assertThat(status(retained)).as(retained.registerNumber()).isEqualTo(OfficeStatus.RETAINED);
    }
    assertThat(register.findById(special.id()).orElseThrow().outcome().retainedUntil()).isEqualTo(LocalDate.of(2016, 6, 30));
    assertThat(register.findById(beijing.id()).orElseThrow().outcome().reason()).contains("不属于实施方案的范围");
    for (Office integrated : List.of(one, other, assistance)) {
      assertThat(status(integrated)).isEqualTo(OfficeStatus.REGISTERED);
      assertThat(cases.openCaseOf(integrated.id(), "office-integration")).isPresent();
    }
  }

  @Test
  void everyCityEveryProvinceAdministeredCountyAndEveryDepartmentWithAnOfficeReports() {
    office("410000", "410300", "粮食局", WorkKind.GENERAL, null);
    office("410000", "110000");
    start();
    List<String> units = reports.of(campaign).stream().map(LocalityReport::unitCode).toList();
    assertThat(units).hasSize(18 + 10 + 2).contains("410100", "419001", "410181", "41000001").doesNotContain("410324", "410000");
    assertThat(reports.of(campaign).stream().map(reports::unitOf).map(ReportingUnit::name)).contains("洛阳市人民政府", "兰考县人民政府", "河南省粮食局",
        "河南省人民政府办公厅");
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("locality-report").count()).isEqualTo(30);
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("provincial-report").count()).isEqualTo(1);
    assertThat(instance).hasPassed("send", "open").isWaitingAt("localityReports", "provincialReport");
  }

  @Test
  void aSecondOneForTheSameScopeIsRefused() {
    start();
    assertThatThrownBy(this::start).isInstanceOf(RefusedException.class).hasMessageContaining("2015年清理规范工作", "不能再启动");
    assertThatThrownBy(() -> campaigns.open(new Campaign(campaign, "同时", LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH)))
        .isInstanceOf(RefusedException.class);
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("cleanup-campaign").count()).isEqualTo(1);
  }

  @Test
  void itsDatesFollowEachOtherAndHoldFromNowOn() {
    refused("reportDeadline", "2015-10-30", "“报送期限”不能早于“清理期限”");
    refused("cleanupDeadline", "2015-08-31", "“清理期限”不能早于今天");
    refused("applicationDeadline", "2015-11-01", "“保留申请期限”不能晚于“清理期限”");
    refused("applicationDeadline", "2015-08-31", "“保留申请期限”不能早于今天");
    Map<String, Object> soon = dates();
    soon.put("cleanupDeadline", "2015-09-20");
    assertThatThrownBy(() -> start(soon)).isInstanceOf(RefusedException.class).hasMessageContaining("请填写保留申请期限");
    soon.put("applicationDeadline", "2015-09-10");
    start(soon);
    assertThat(terms.due("retention-draft")).isEqualTo("2015-09-10T15:59:59Z");
    assertThat(terms.due("locality-report")).isEqualTo("2015-11-15T15:59:59Z");
    assertThat(terms.due("abolition-case")).isEqualTo("2015-09-20T15:59:59Z");
    itIs(LocalDateTime.of(2015, 9, 21, 9, 0));
    assertThat(terms.due("abolition-case")).as("what begins after the cleanup has its days").isAfter("2015-12-01T00:00:00Z");
  }

  @Test
  void onlyTheBureauStartsIt() {
    as("gov410300", "gov410300");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("cleanup-campaign", dates()))
        .isInstanceOf(AuthorizationException.class);
    asApplication();
  }

  @Test
  void anOfficeRegisteredLaterJoinsWithItsDepartment() {
    start();
    importOffices("豫驻0101,光山县人民政府驻郑州办事处,411522,政府,,410100,郑州市,一般,,3", "豫驻0102,河南省水利厅驻武汉办事处,410000,职能部门,水利厅,420100,武汉市,一般,,3");
    runDueJobs();
    assertThat(cases.openCaseOf(register.get("豫驻0101").id(), "office-abolition")).isPresent();
    assertThat(status(register.get("豫驻0102"))).isEqualTo(OfficeStatus.RETAINED);
    assertThat(reports.of(campaign).stream().map(reports::unitOf).map(ReportingUnit::name)).contains("河南省水利厅");
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("locality-report").count()).isEqualTo(29);
    importOffices("豫驻0103,光山县人民政府驻上海办事处,411522,政府,,310000,上海市,一般,,3");
    runDueJobs();
    assertThat(reports.of(campaign)).as("nobody reports twice").hasSize(29);
    assertThat(cases.openCaseOf(register.get("豫驻0101").id(), "office-abolition")).isPresent();
  }

  @Test
  void officesJoinInPortionsEachItsOwnTransaction() {
    start();
    String[] rows = IntStream.rangeClosed(1, 501).mapToObj("豫多%1$04d,第%1$d办,410400,政府,,110000,北京市,一般,,3"::formatted).toArray(String[]::new);
    importOffices(rows);
    int jobs = 0;
    while (unsent() > 0) {
      long before = unsent();
      Job join = managementService().createJobQuery().activityId("join").singleResult();
      managementService().executeJob(join.getId());
      assertThat(before - unsent()).as("sent in one transaction").isLessThanOrEqualTo(500);
      jobs++;
    }
    assertThat(jobs).isGreaterThan(1);
    runDueJobs();
    assertThat(unsent()).isZero();
  }

  private long unsent() {
    return register.all()
        .stream()
        .filter(office -> office.registerNumber().startsWith("豫多") && office.status() == OfficeStatus.REGISTERED)
        .count();
  }

  @Test
  void anOfficeWhoseDispositionIsCorrectedIsSentAnotherWay() {
    Office office = office("410600", "310000");
    Office toApply = office("410700", "310000");
    start();
    assertThat(List.of(status(office), status(toApply))).containsOnly(OfficeStatus.RETAINED);
    importOffices(office.registerNumber() + ",鹤壁市旅游局驻郑州办事处,410600,职能部门,旅游局,410100,郑州市,一般,,3",
        toApply.registerNumber() + ",新乡市人民政府驻郑州办事处,410700,政府,,410100,郑州市,一般,,3");
    runDueJobs();
    assertThat(cases.openCaseOf(office.id(), "office-abolition")).isPresent();
    assertThat(cases.openCaseOf(toApply.id(), "retention-application")).isPresent();
    assertThat(status(toApply)).isEqualTo(OfficeStatus.REGISTERED);
  }

  /** A missed day escalates by itself and abolishes nothing by itself, whether the office came by import or the campaign found it. */
  @Test
  void onAnOfficeRegisteredAfterTheLastDayTheBureauDecides() {
    start();
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    importOffices("豫驻0101,新乡市人民政府驻郑州办事处,410700,政府,,410100,郑州市,一般,,3", "豫驻0102,鹤壁市人民政府驻郑州办事处,410600,政府,,410100,郑州市,一般,,3");
    runDueJobs();
    for (String number : List.of("豫驻0101", "豫驻0102")) {
      Office late = register.get(number);
      assertThat(status(late)).isEqualTo(OfficeStatus.REGISTERED);
      assertThat(cases.openCaseOf(late.id(), "office-abolition")).isEmpty();
      String application = cases.openCaseOf(late.id(), "retention-application").orElseThrow().caseNumber();
      assertThat(taskService().createTaskQuery().processInstanceBusinessKey(application).list())
          .as("no task of the government's is late before it could be done")
          .extracting(Task::getTaskDefinitionKey)
          .containsExactly("confirmLapse");
    }
    runtimeService().startProcessInstanceByKey("abolition-by-disposition");
    runDueJobs();
    assertThat(status(register.get("豫驻0101"))).isEqualTo(OfficeStatus.REGISTERED);

    decide("豫驻0101", Map.of("decision", "abolish", "opinion", "已核实，确未申请。"));
    assertThat(status(register.get("豫驻0101"))).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(register.get("豫驻0101").outcome().reason()).contains("经省机关事务管理局确认");
    decide("豫驻0102", Map.of("decision", "extend", "applyUntil", "2015-10-20", "opinion", "准予补报。"));
    String extended = cases.openCaseOf(register.get("豫驻0102").id(), "retention-application").orElseThrow().caseNumber();
    assertThat(task(extended, "draft").getDueDate()).isEqualTo("2015-10-20T15:59:59Z");
  }

  private void decide(String registerNumber, Map<String, Object> decision) {
    String application = cases.openCaseOf(register.get(registerNumber).id(), "retention-application").orElseThrow().caseNumber();
    complete(application, "confirmLapse", "provincialBureau", decision);
    runDueJobs();
  }

  @Test
  void specialWorkThatThePlanRetainedIsAbolishedOnceItEnds() {
    Office special = office("410400", "420100", null, WorkKind.SPECIAL_WORK, LocalDate.of(2015, 9, 30));
    start();
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    runtimeService().startProcessInstanceByKey("abolition-by-disposition");
    assertThat(cases.openCaseOf(special.id(), "office-abolition")).isPresent();
  }

  private OfficeStatus status(Office office) {
    return register.findById(office.id()).orElseThrow().status();
  }

  private void refused(String field, String value, String message) {
    Map<String, Object> wrong = dates();
    wrong.put(field, value);
    assertThatThrownBy(() -> start(wrong)).isInstanceOf(RefusedException.class).hasMessageContaining(message);
  }

  private void importOffices(String... rows) {
    byte[] content = (HEADINGS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    assertThat(importer.run(List.of(new ImportFile("机构.csv", content)), ImportMode.ALL_OR_NOTHING, government -> true).problems())
        .isEmpty();
  }
}
