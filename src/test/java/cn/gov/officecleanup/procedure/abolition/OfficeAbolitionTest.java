package cn.gov.officecleanup.procedure.abolition;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.CIVIL_SERVANT;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.give;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
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
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processEngine;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.handling.ReturningCase;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.procedure.disposal.Disposing;
import cn.gov.officecleanup.procedure.placement.Placing;
import cn.gov.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C1, C2, C6, C7: an office is wound up until nothing of it is open, by every way through the procedure. */
@EngineTest
class OfficeAbolitionTest {

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private ReturningCase returning;
  @Autowired
  private RegisterImport registerImport;
  @Autowired
  private JdbcClient jdbc;

  private Office office;
  private ProcessInstance instance;
  private WindingUp winding;

  @BeforeEach
  void anOfficeOfACounty() {
    itIs(LocalDateTime.of(2015, 8, 3, 9, 0));
    office = SampleOffice.enter(register, COUNTY);
  }

  @Test
  void casesOpenedAtOneMomentAreNumberedInTheOrderOfTheList() {
    List<String> numbers = List.of("S-02", "S-01", "S-10", "S-04", "S-03");
    numbers.forEach(number -> give(register, office, number, AssetKind.EQUIPMENT, "100.00"));
    start();
    winding.inventory(
        numbers.stream().map(number -> row(number, AssetKind.EQUIPMENT, "100.00", "FOUND", "")).collect(Collectors.joining(",", "[", "]")))
        .staff("[" + HIRED + "," + CIVIL_SERVANT + "]");
    assertThat(winding.casesOf("asset-disposal")).extracting(OfficeAbolitionTest::assetOf)
        .containsExactlyElementsOf(ledger.assetsOf(winding.caseNumber()).stream().map(FrozenAsset::id).toList());
    assertThat(((ProcessEngineConfigurationImpl) processEngine().getProcessEngineConfiguration()).isJobExecutorAcquireByPriority())
        .as("the job executor keeps to the order as well")
        .isTrue();
  }

  private static Object assetOf(String caseNumber) {
    ProcessInstance disposal = runtimeService().createProcessInstanceQuery()
        .processDefinitionKey("asset-disposal")
        .processInstanceBusinessKey(caseNumber)
        .singleResult();
    return runtimeService().getVariable(disposal.getId(), "assetId");
  }

  @Test
  void everyAssetAndPersonHasOneOutcomeAndTheOfficeIsAbolished() {
    give(register, office, "C-01", AssetKind.VEHICLE, "191600.00");
    give(register, office, "S-01", AssetKind.EQUIPMENT, "9600.50");
    start();
    assertThat(ledger.balanceOf(winding.caseNumber()).frozen()).isEqualByComparingTo("201200.50");
    winding
        .inventory("[" + row("C-01", AssetKind.VEHICLE, "191600.00", "FOUND", "") + ","
            + row("S-01", AssetKind.EQUIPMENT, "9600.50", "FOUND", "") + "]")
        .staff("[" + HIRED + "," + CIVIL_SERVANT + "]");
    assertThat(winding.casesOf("asset-disposal")).hasSize(2);
    assertThat(winding.casesOf("staff-placement")).hasSize(2);

    List<String> disposals = winding.casesOf("asset-disposal");
    sell(disposals.get(0), "100000.00", "95000.00");
    assertThat(ledger.balanceOf(winding.caseNumber()).balanced()).isTrue();
    Disposing scrap = new Disposing(disposals.get(1), COUNTY, documents).attachAll().propose(Disposing.proposal("SCRAP")).endorse("agree");
    scrap.carryOut(Disposing.execution("SCRAP", "0"));
    runDueJobs();
    for (String placement : winding.casesOf("staff-placement")) {
      new Placing(placement, COUNTY, documents).placeLawfully();
    }
    runDueJobs();
    assertThat(instance).isWaitingAt("closing").hasPassed("disposals", "placements");
    winding.close();
    assertThat(facts()).contains("95,000.00", "平衡", "共2人，已安置2人", "银行账户注销");
    winding.signs("sign");
    assertThat(instance).isWaitingAt("archive").hasPassed("abolish");
    winding.archive();

    assertThat(instance).isEnded();
    Office abolished = register.findById(office.id()).orElseThrow();
    assertThat(abolished.status()).isEqualTo(OfficeStatus.ABOLISHED);
    assertThat(abolished.outcome().abolitionDocument()).matches("兰考政函〔2015〕\\d+号");
    assertThat(abolished.outcome().reason()).contains("资产2项", "201,200.50元", "收入95,000.00元", "2人全部安置");
    assertThat(ledger.balanceOf(winding.caseNumber()).settled()).isTrue();
    assertThat(ledger.check(winding.caseNumber())).isEmpty();
    assertThat(cases.find(winding.caseNumber()).map(CaseFile::outcome)).contains("ABOLISHED");
    assertThat(documents.list(winding.caseNumber())).extracting(StoredDocument::kind)
        .contains("INVENTORY", "CLOSURE_REPORT", "ABOLITION_NOTICE");
    assertThat(documents.list(disposals.get(0))).extracting(StoredDocument::fileName)
        .anySatisfy(name -> assertThat(name).matches("兰考财函〔2015〕\\d+号 同意处置资产的函\\.docx"));
  }

  @Test
  void differencesAreExplainedReviewedByAuditAndKeptInTheLedger() {
    give(register, office, "F-01", AssetKind.HOUSE, "4000000.00");
    give(register, office, "S-01", AssetKind.EQUIPMENT, "1000.00");
    give(register, office, "S-02", AssetKind.EQUIPMENT, "2000.00");
    start();
    String good = row("F-01", AssetKind.HOUSE, "4000000.00", "FOUND", "");
    refusedInventory("ASSET_LEFT_OUT", good, row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", ""));
    refusedInventory("DIFFERENCE_UNEXPLAINED", good, row("S-01", AssetKind.EQUIPMENT, "1000.00", "MISSING", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""));
    refusedInventory("DIFFERENCE_UNEXPLAINED", good, row("S-01", AssetKind.EQUIPMENT, "900.00", "FOUND", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""));
    refusedInventory("DIFFERENCE_UNEXPLAINED", good, row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""), row("S-03", AssetKind.EQUIPMENT, "1.00", "FOUND", ""));
    refusedInventory("ASSET_CHANGED", good, row("S-01", AssetKind.VEHICLE, "1000.00", "FOUND", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""));
    refusedInventory("REPEATED", good, good, row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""));
    refusedInventory("SURPLUS_MISSING", good, row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", ""),
        row("S-02", AssetKind.EQUIPMENT, "2000.00", "FOUND", ""), row("S-03", AssetKind.EQUIPMENT, "1.00", "MISSING", "无"));
    assertThat(ledger.entriesOf(winding.caseNumber())).hasSize(3);

    winding.inventory("[" + good + "," + row("S-01", AssetKind.EQUIPMENT, "1000.00", "MISSING", "搬迁时遗失") + ","
        + row("S-02", AssetKind.EQUIPMENT, "1999.99", "FOUND", "入账差错") + "," + row("S-03", AssetKind.EQUIPMENT, "500.00", "FOUND", "赠送未入账")
        + "]");
    assertThat(ledger.entriesOf(winding.caseNumber())).extracting(entry -> entry.step())
        .containsExactly(LedgerStep.FROZEN, LedgerStep.FROZEN, LedgerStep.FROZEN, LedgerStep.MISSING, LedgerStep.VALUE_CORRECTED,
            LedgerStep.SURPLUS);
    assertThat(ledger.balanceOf(winding.caseNumber()).balanced()).isTrue();
    assertThat(ledger.balanceOf(winding.caseNumber()).frozen()).isEqualByComparingTo("4003499.99");
    winding.staff("[]");
    assertThat(instance).isWaitingAt("reviewDifferences", "disposals");
    assertThat(findings.open(winding.caseNumber())).extracting(Finding::code)
        .containsExactlyInAnyOrder("INVENTORY_SHORTAGE", "INVENTORY_VALUE_DIFFERS", "INVENTORY_SURPLUS");
    as("audit", "audit");
    assertThat(opening.ofTask(task(winding.caseNumber(), "reviewDifferences").getId()).orElseThrow().findings()).hasSize(3);
    asApplication();

    complete(winding.caseNumber(), "reviewDifferences", "audit", Map.of("decision", "question", "opinion", "请补充遗失证明。"));
    winding.official("explain", Map.of("opinion", "已补充公安机关报案回执。"));
    complete(winding.caseNumber(), "reviewDifferences", "audit", Map.of("decision", "accept", "opinion", "说明成立。"));
    assertThat(findings.anyOpen(winding.caseNumber())).isFalse();
    assertThat(winding.casesOf("asset-disposal")).hasSize(4);
    FrozenAsset missing = ledger.assetsOf(winding.caseNumber()).get(1);
    assertThat(missing.missing()).isTrue();
    Disposing lost = new Disposing(winding.casesOf("asset-disposal").get(1), COUNTY, documents).attachAll();
    assertThatThrownBy(() -> lost.propose(Disposing.proposal("SCRAP"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能按报损处置");
    lost.propose(Disposing.proposal("WRITE_OFF"))
        .endorse("agree")
        .finance("approve", "approve")
        .carryOut(Disposing.execution("WRITE_OFF", null));
    runDueJobs();
    assertThat(ledger.ended(missing.id())).isTrue();
  }

  @Test
  void financeApprovesTheInventoryBeforeAnythingIsDisposedOf() {
    give(register, office, "S-01", AssetKind.EQUIPMENT, "1000.00");
    give(register, office, "D-01", AssetKind.DEBT, "300.00");
    give(register, office, "J-01", AssetKind.BORROWED, "0.00");
    start();
    String debt = row("D-01", AssetKind.DEBT, "300.00", "FOUND", "");
    refusedInventory("BORROWED_VALUED", row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", ""), debt,
        row("J-01", AssetKind.BORROWED, "5.00", "FOUND", "估价"));
    String borrowed = row("J-01", AssetKind.BORROWED, "0.00", "FOUND", "");
    winding.official("confirmInventory", Map.of("inventory", "[%s,%s,%s,%s]".formatted(debt, borrowed,
        row("S-01", AssetKind.EQUIPMENT, "1000.00", "MISSING", "找不到"), row("S-02", AssetKind.EQUIPMENT, "1.00", "FOUND", "未入账"))));
    assertThat(instance).isWaitingAt("approveInventory");
    as("gov" + COUNTY + "Finance", "gov" + COUNTY + "Finance");
    returning.returnTo(task(winding.caseNumber(), "approveInventory").getId(), "confirmInventory", "请再找一次。");
    asApplication();
    assertThat(instance).isWaitingAt("confirmInventory");
    winding.inventory("[%s,%s,%s,%s]".formatted(debt, borrowed, row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", "已找到"),
        row("S-02", AssetKind.EQUIPMENT, "1.00", "FOUND", "未入账")));
    assertThat(findings.open(winding.caseNumber())).extracting(Finding::code)
        .containsExactlyInAnyOrder("INVENTORY_CORRECTED", "INVENTORY_SURPLUS");
    assertThat(ledger.assetsOf(winding.caseNumber())).noneMatch(FrozenAsset::missing);
    assertThat(ledger.balanceOf(winding.caseNumber()).frozen()).isEqualByComparingTo("1001.00");
    assertThat(ledger.balanceOf(winding.caseNumber()).debts().owed()).isEqualByComparingTo("300.00");
    winding.staff("[]");
    assertThat(winding.casesOf("asset-disposal")).hasSize(4);
  }

  @Test
  void afterTheFreezeTheRegisterLetsNoAssetLeave() {
    give(register, office, "C-01", AssetKind.VEHICLE, "191600.00");
    start();
    assertThatThrownBy(() -> register.putAsset(office.id(), new OfficeAsset("C-01", AssetKind.VEHICLE, "报废车", new BigDecimal("1.00"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("已经冻结");
    String csv = "登记编号,资产编号,资产类别,资产名称,账面原值\n%s,C-01,车辆,报废车,1.00\n%s,C-02,车辆,新车,2.00\n".formatted(office.registerNumber(),
        office.registerNumber());
    var report = registerImport.run(List.of(new ImportFile("资产.csv", csv.getBytes(StandardCharsets.UTF_8))), ImportMode.GOOD_ROWS,
        code -> true);
    assertThat(report.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.message()).contains("已经冻结", "资产盘点"));
    assertThat(register.assetsOf(office.id())).extracting(OfficeAsset::bookValue).containsExactly(new BigDecimal("191600.00"));
    assertThatThrownBy(() -> start()).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理");
  }

  @Test
  void theClosingIsTakenOnlyWhenItIsProved() {
    start();
    winding.inventory("[]").staff("[]");
    Map<String, Object> closing = WindingUp.closing();
    closing.put("accountsClosedOn", "2015-08-04");
    closing.put("lease", "ENDED");
    closing.put("leaseEndedOn", "2015-08-01");
    List.of("tax", "plates", "claims").forEach(kind -> closing.put(kind, "ENDED"));
    List.of("taxCancelledOn", "platesHandedInOn", "claimsSettledOn").forEach(day -> closing.put(day, "2015-08-03"));
    assertThatThrownBy(() -> winding.official("closing", closing)).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.findings()).extracting(Finding::code)
            .containsExactlyElementsOf(Stream.concat(Stream.of("WRONG_DAY"), Stream.generate(() -> "DOCUMENT_MISSING").limit(9)).toList()));
    winding.attach(winding.caseNumber(), "LEASE").close();
    winding.signs("return");
    assertThat(instance).isWaitingAt("closing");
    winding.close().signs("sign").archive();
    assertThat(instance).isEnded();
  }

  @Test
  void nobodySignsTheOwnWork() {
    start();
    winding.inventory("[]").staff("[]").close();
    as("gov" + COUNTY, "gov" + COUNTY, "gov" + COUNTY + "Leader");
    String sign = taskService().createTaskQuery().taskDefinitionKey("signClosure").singleResult().getId();
    assertThatThrownBy(() -> taskService().complete(sign, Map.of("decision", "sign"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不得再签批");
    asApplication();
    assertThat(instance).isWaitingAt("signClosure");
  }

  @Test
  void aChangedLedgerKeepsTheOfficeOpen() {
    give(register, office, "S-01", AssetKind.EQUIPMENT, "1000.00");
    start();
    winding.inventory("[" + row("S-01", AssetKind.EQUIPMENT, "1000.00", "FOUND", "") + "]").staff("[]");
    Disposing transfer = new Disposing(winding.casesOf("asset-disposal").get(0), COUNTY, documents).attachAll();
    transfer.propose(Disposing.proposal("TRANSFER")).endorse("agree").carryOut(Disposing.execution("TRANSFER", null));
    runDueJobs();
    winding.close();
    jdbc.sql("update ledger_entry set note = '改动' where case_number = ? and entry_number = 2").param(winding.caseNumber()).update();
    assertThatThrownBy(() -> winding.signs("sign")).isInstanceOf(RefusedException.class).hasMessageContaining("第2条记录被改动");
    assertThat(instance).isWaitingAt("signClosure");
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    winding.signs("return");
    winding.close();
    assertThat(findings.open(winding.caseNumber())).extracting(Finding::code).contains("LEDGER_ROW_CHANGED");
    assertThat(instance).isWaitingAt("closing");
  }

  @Test
  void anOfficialStartsItForAnOwnOfficeOnly() {
    as("gov" + COUNTY, "gov" + COUNTY);
    ProcessInstance own = runtimeService().startProcessInstanceByKey("office-abolition",
        Map.of("officeId", String.valueOf(office.id()), "reason", "机构职能已经消失"));
    asApplication();
    assertThat(own).isWaitingAt("confirmInventory");
    assertThat(register.findById(office.id()).orElseThrow().outcome().clause()).isEqualTo("C1");
    Office other = SampleOffice.enter(register, "410300");
    as("gov" + COUNTY, "gov" + COUNTY);
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-abolition",
        Map.of("officeId", String.valueOf(other.id()), "reason", "机构职能已经消失"))).isInstanceOf(RefusedException.class);
    as("gov410300", "gov410300");
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", String.valueOf(other.id()), "reason", "机构职能已经消失"));
    asApplication();
    assertThat(register.findById(other.id()).orElseThrow().outcome().reason()).isEqualTo("机构职能已经消失");
    assertThat(runtimeService().createVariableInstanceQuery().variableName("reason").count()).isZero();
    Office applying = SampleOffice.enter(register, "410300");
    runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", applying.id()));
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", applying.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("请先撤回");
  }

  @Test
  void thePlanItselfStartsIt() {
    Office retainable = SampleOffice.enter(register, "410300");
    runtimeService().startProcessInstanceByKey("abolition-by-disposition");
    assertThat(cases.openCaseOf(office.id(), "office-abolition")).isPresent();
    assertThat(cases.openCaseOf(retainable.id(), "office-abolition")).isEmpty();
    String first = cases.openCaseOf(office.id(), "office-abolition").orElseThrow().caseNumber();

    Office later = SampleOffice.enter(register, COUNTY);
    Job daily = managementService().createJobQuery()
        .list()
        .stream()
        .filter(job -> job.getProcessInstanceId() == null && "abolition-by-disposition".equals(job.getProcessDefinitionKey()))
        .findFirst()
        .orElseThrow();
    managementService().executeJob(daily.getId());
    assertThat(cases.openCaseOf(later.id(), "office-abolition")).isPresent();
    assertThat(cases.openCaseOf(office.id(), "office-abolition").orElseThrow().caseNumber()).isEqualTo(first);
    as("provincialBureau", "provincialBureau");
    runtimeService().startProcessInstanceByKey("abolition-by-disposition");
    as("gov410300", "gov410300");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("abolition-by-disposition"))
        .isInstanceOf(AuthorizationException.class);
    asApplication();
  }

  @Test
  void thePlanLooksAtThePortionsOfTheRegisterOneByOne() {
    IntStream.rangeClosed(1, 500).forEach(i -> SampleOffice.enter(register, "410300"));
    Office last = SampleOffice.enter(register, COUNTY);
    ProcessInstance looking = runtimeService().startProcessInstanceByKey("abolition-by-disposition");
    assertThat(cases.openCaseOf(office.id(), "office-abolition")).isPresent();
    assertThat(cases.openCaseOf(last.id(), "office-abolition")).as("each portion is a transaction of its own").isEmpty();
    runDueJobs();
    assertThat(cases.openCaseOf(last.id(), "office-abolition")).isPresent();
    assertThat(looking).isEnded();
  }

  private void start() {
    instance = runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    winding = WindingUp.of(COUNTY, documents);
  }

  private void sell(String disposal, String appraised, String price) {
    new Disposing(disposal, COUNTY, documents).attachAll()
        .propose(Disposing.proposal("SALE"))
        .appraise(appraised)
        .endorse("agree")
        .finance("approve", "approve")
        .carryOut(Disposing.execution("SALE", price))
        .receive("票" + disposal, price);
  }

  private void refusedInventory(String code, String... rows) {
    assertThatThrownBy(() -> winding.inventory("[" + String.join(",", rows) + "]")).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.findings()).extracting(Finding::code).contains(code));
    assertThat(instance).isWaitingAt("confirmInventory");
  }

  private String facts() {
    as("gov" + COUNTY + "Leader", "gov" + COUNTY + "Leader");
    try {
      return opening.ofTask(task(winding.caseNumber(), "signClosure").getId())
          .orElseThrow()
          .facts()
          .stream()
          .map(CaseFacts.Fact::toString)
          .reduce("", String::concat);
    } finally {
      asApplication();
    }
  }
}
