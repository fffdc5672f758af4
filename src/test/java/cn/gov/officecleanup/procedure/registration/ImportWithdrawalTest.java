package cn.gov.officecleanup.procedure.registration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.FigureCounts;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C21: an import is taken back as a whole, while none of its cases has gone on. */
class ImportWithdrawalTest extends CampaignSetting {

  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n";
  private static final String ASSETS = "登记编号,资产编号,资产类别,资产名称,账面原值\n";
  private static final String BUREAU = "provincialBureau";

  @Autowired
  private CaseFiles cases;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private FigureCounts figures;
  @Autowired
  private Opinions opinions;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private ImportWithdrawals withdrawals;
  @Autowired
  private List<CaseFacts> facts;

  @BeforeEach
  void aCampaignIsUnderWay() {
    start();
  }

  @Test
  void whatItBroughtIsGoneWhatItChangedIsAsBeforeAndWhatBeganIsEnded() {
    imports(row("撤0001", "光山县人民政府驻北京办事处", "411522", "110000", "北京市", 3), "撤0001,旧,设备,电脑,1000.00\n");
    Office changed = register.get("撤0001");
    assertThat(changed.status()).isEqualTo(OfficeStatus.RETAINED);
    itIs(LocalDateTime.of(2015, 9, 2, 9, 0));
    ProcessInstance wrong = imports(
        row("撤0001", "光山县人民政府驻郑州办事处", "411522", "410100", "郑州市", 9) + row("撤0002", "潢川县人民政府驻郑州办事处", "411526", "410100", "郑州市", 3),
        "撤0001,旧,设备,电脑,2000.00\n撤0002,新,车辆,轿车,80000.00\n");
    Office added = register.get("撤0002");
    List<CaseFile> begun = List.of(cases.openCaseOf(changed.id(), "office-abolition").orElseThrow(),
        cases.openCaseOf(added.id(), "office-abolition").orElseThrow());
    assertThat(register.get("撤0001").status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(frozen(changed, added)).isEqualByComparingTo("82000.00");

    itIs(LocalDateTime.of(2015, 9, 3, 9, 0));
    ProcessInstance withdrawal = takesBack(wrong);
    runDueJobs();

    assertThat(register.findByRegisterNumber("撤0002")).as("its number is free").isEmpty();
    assertThat(register.all()).extracting(Office::id).doesNotContain(added.id());
    assertThat(register.officesOf("411526")).extracting(Office::id).doesNotContain(added.id());
    assertThat(register.findById(added.id()).orElseThrow().status()).isEqualTo(OfficeStatus.WITHDRAWN);
    assertThat(register.get("撤0001").entry()).as("cell by cell").isEqualTo(changed.entry());
    assertThat(register.get("撤0001").status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(register.assetsOf(changed.id())).extracting(OfficeAsset::bookValue).containsExactly(new BigDecimal("1000.00"));
    assertThat(register.assetsOf(added.id())).isEmpty();
    for (CaseFile one : begun) {
      assertThat(cases.get(one.caseNumber()).outcome()).isEqualTo("TAKEN_BACK");
      assertThat(taskService().createTaskQuery().processInstanceBusinessKey(one.caseNumber()).count()).isZero();
      assertThat(ledger.check(one.caseNumber())).as("the ledger is not touched up").isEmpty();
      assertThat(ledger.entriesOf(one.caseNumber())).extracting(LedgerEntry::step).containsExactly(LedgerStep.FROZEN, LedgerStep.RELEASED);
    }
    assertThat(register.assetsFrozenAt(changed.id())).isEmpty();
    assertThat(frozen(changed, added)).isEqualByComparingTo("0");
    assertThat(figures.now().of(Set.of(added.id())).of(Figure.BEFORE)).isEqualByComparingTo("0");

    assertThat(withdrawal).isWaitingAt("result");
    assertThat(factsOf(wrong.getBusinessKey())).containsEntry("撤回结果", "已撤回4行，共4行");
    assertThat(factsOf(withdrawal.getBusinessKey())).containsEntry("撤回结果", "已撤回4行，共4行");
    assertThat(opinions.of(wrong.getBusinessKey())).last().returns("撤回导入", Opinion::stepName).returns("文件错误", Opinion::words);
    assertThat(documents.list(withdrawal.getBusinessKey())).extracting(StoredDocument::fileName).containsExactly("撤回结果.xlsx");
    complete(withdrawal.getBusinessKey(), "result", BUREAU, Map.of("read", true));
    assertThat(withdrawal).isEnded();

    // the right file may come, and what was frozen once can be frozen again
    itIs(LocalDateTime.of(2015, 9, 4, 9, 0));
    imports(row("撤0002", "潢川县人民政府驻郑州联络处", "411526", "410100", "郑州市", 3), "撤0002,新,车辆,轿车,70000.00\n");
    assertThat(register.get("撤0002").id()).isNotEqualTo(added.id());
    assertThat(cases.openCaseOf(register.get("撤0002").id(), "office-abolition")).isPresent();
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", changed.id()));
    assertThat(frozen(changed)).isEqualByComparingTo("1000.00");
  }

  @Test
  void onceACaseHasGoneOnItIsRefusedWithTheListOfThem() {
    ProcessInstance kept = imports(
        row("撤0011", "光山县人民政府驻郑州办事处", "411522", "410100", "郑州市", 3) + row("撤0012", "潢川县人民政府驻郑州办事处", "411526", "410100", "郑州市", 3), null);
    CaseFile gone = cases.openCaseOf(register.get("撤0012").id(), "office-abolition").orElseThrow();
    CaseFile still = cases.openCaseOf(register.get("撤0011").id(), "office-abolition").orElseThrow();
    complete(gone.caseNumber(), "confirmInventory", "gov411526", Map.of("inventory", "[]"));
    assertThatThrownBy(() -> takesBack(kept)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("1件案件已经开始办理")
        .hasMessageContaining(gone.title() + "”（" + gone.caseNumber())
        .hasMessageNotContaining(still.caseNumber());
    asApplication();
    assertThat(register.get("撤0011").status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(cases.get(still.caseNumber()).closedAt()).isNull();
    assertThat(offered()).as("the refused one may be asked for again").contains(kept.getBusinessKey());
  }

  @Test
  void whatALaterImportHasKeptOverItIsTakenBackFirst() {
    ProcessInstance first = imports(row("撤0021", "平顶山市人民政府驻北京办事处", "410400", "110000", "北京市", 3), null);
    itIs(LocalDateTime.of(2015, 9, 2, 9, 0));
    ProcessInstance second = imports(row("撤0021", "平顶山市人民政府驻北京办事处", "410400", "110000", "北京市", 5), null);
    assertThatThrownBy(() -> takesBack(first)).isInstanceOf(RefusedException.class).hasMessageContaining(second.getBusinessKey());
    takesBack(second);
    runDueJobs();
    assertThat(register.get("撤0021").entry().staffEstablishment()).isEqualTo(3);
    takesBack(first);
    runDueJobs();
    assertThat(register.findByRegisterNumber("撤0021")).isEmpty();
    assertThat(offered()).doesNotContain(first.getBusinessKey(), second.getBusinessKey());
    assertThatThrownBy(() -> takesBack(first)).isInstanceOf(RefusedException.class).hasMessageContaining("只能从列出的选项中选择");
    asApplication();
  }

  @Test
  void whatHasChangedOtherwiseMeanwhileStaysAndIsTold() {
    ProcessInstance kept = imports(
        row("撤0031", "平顶山市人民政府驻北京办事处", "410400", "110000", "北京市", 3) + row("撤0032", "鹤壁市人民政府驻北京办事处", "410600", "110000", "北京市", 3), null);
    register.rename(register.get("撤0032").id(), "鹤壁市人民政府驻京办事处", "豫政函〔2015〕52号");
    takesBack(kept);
    runDueJobs();
    assertThat(register.findByRegisterNumber("撤0031")).isEmpty();
    assertThat(register.get("撤0032").name()).isEqualTo("鹤壁市人民政府驻京办事处");
    assertThat(factsOf(kept.getBusinessKey())).containsEntry("撤回结果", "已撤回1行，共2行；1行未撤回");
    assertThat(factsOf(kept.getBusinessKey()).get("未撤回的行")).contains("撤0032", "又有变动");
  }

  @Test
  void onlyTheBureauTakesAnImportBack() {
    ProcessInstance kept = imports(row("撤0041", "平顶山市人民政府驻北京办事处", "410400", "110000", "北京市", 3), null);
    as("gov410400", "gov410400");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("import-withdrawal",
        Map.of("importCase", kept.getBusinessKey(), "reason", "文件错误"))).isInstanceOf(AuthorizationException.class);
    asApplication();
    assertThat(withdrawals.offer(new Official("gov410400", "平顶山", Set.of("gov410400")))).isEmpty();
  }

  @Test
  void itGoesOnWhereItStoppedAndEachPortionIsATransactionOfItsOwn() {
    ProcessInstance kept = imports(IntStream.rangeClosed(1, 501)
        .mapToObj(i -> row("撤多%04d".formatted(i), "第%d办".formatted(i), "410400", "110000", "北京市", 3))
        .collect(Collectors.joining()), null);
    ProcessInstance withdrawal = takesBack(kept);
    asApplication();
    runJob(withdrawal);
    assertThat(left()).as("one portion").isEqualTo(1);
    assertThat(factsOf(kept.getBusinessKey())).containsEntry("撤回进度", "已撤回500行，共501行");
    runJob(withdrawal);
    assertThat(left()).isZero();
    assertThat(withdrawal).isWaitingAt("result");
  }

  private long left() {
    return register.all().stream().filter(office -> office.registerNumber().startsWith("撤多")).count();
  }

  private List<String> offered() {
    ChoiceProvider choices = withdrawals;
    return choices.offer(new Official(BUREAU, "省局", Set.of(BUREAU))).stream().map(choice -> choice.value()).toList();
  }

  private BigDecimal frozen(Office... offices) {
    return figures.now().of(List.of(offices).stream().map(Office::id).toList()).of(Figure.VALUE_FROZEN);
  }

  private Map<String, String> factsOf(String caseNumber) {
    var file = cases.get(caseNumber);
    return facts.stream()
        .flatMap(teller -> teller.of(file).stream())
        .filter(fact -> fact.section().equals("导入"))
        .collect(Collectors.toMap(Fact::label, Fact::value));
  }

  private static void runJob(ProcessInstance instance) {
    Job job = managementService().createJobQuery().processInstanceId(instance.getId()).messages().singleResult();
    managementService().executeJob(job.getId());
  }

  private static ProcessInstance takesBack(ProcessInstance kept) {
    as(BUREAU, BUREAU);
    return runtimeService().startProcessInstanceByKey("import-withdrawal", Map.of("importCase", kept.getBusinessKey(), "reason", "文件错误"));
  }

  private static String row(String number, String name, String government, String city, String cityName, int staff) {
    return "%s,%s,%s,政府,%s,%s,一般,%d\n".formatted(number, name, government, city, cityName, staff);
  }

  private static ProcessInstance imports(String offices, String assets) {
    as(BUREAU, BUREAU);
    Map<String, Object> files = new HashMap<>(Map.of("file", file("机构.csv", HEADINGS + offices), "allOrNothing", true));
    if (assets != null) {
      files.put("assetsFile", file("资产.csv", ASSETS + assets));
    }
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("register-import", files);
    complete(instance.getBusinessKey(), "checkPreview", BUREAU, Map.of("decision", "keep"));
    runDueJobs();
    return instance;
  }

  private static Object file(String name, String content) {
    return Variables.fileValue(name).file(content.getBytes(StandardCharsets.UTF_8)).mimeType("text/csv").create();
  }
}
