package cn.gov.officecleanup.procedure.integration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C8, C9, C10: offices outside the province become fewer, from the campaign to the register. */
class OfficeIntegrationTest extends CampaignSetting {

  private static final String SHANGHAI = "310000";
  private static final String NANJING = "320100";
  private static final String GUANGZHOU = "440100";
  private static final String COUNTY_OF_LUOYANG = "410324";

  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private IntegrationSound sound;

  @Test
  void oneLeadsAndTheOtherIsMergedIntoIt() {
    Office lead = office(LUOYANG, SHANGHAI);
    Office other = office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    register.putBusinessEntity(other.id(), new BusinessEntity("沪上宾馆", BusinessEntityKind.HOTEL, null, null));
    start();
    plan(lead, null);
    leader(lead, "agree");
    assertThat(now(lead).status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(now(lead).outcome().reason()).contains("由洛阳市商务局牵头整合");
    assertThat(now(lead).retainedByThePlan()).as("decided on, so not sent again").isFalse();

    ProcessInstance instance = instanceOf(other);
    plan(other, lead);
    assertThat(instance).isWaitingAt("sign");
    as("gov410300Leader", "gov410300Leader");
    assertThat(opening.ofTask(task(caseOf(other), "sign").getId()).orElseThrow().facts())
        .anyMatch(fact -> fact.value().equals("并入“%s”".formatted(lead.name())));
    asApplication();
    leader(other, "agree");
    assertThat(instance).isWaitingAt("handOver");
    assertThat(cases.openCaseOf(other.id(), "entity-decoupling")).as("C17: begins with the approval, and goes on beside").isPresent();
    assertThatThrownBy(() -> handOver(other, "2015-09-01")).isInstanceOf(RefusedException.class).hasMessageContaining("缺少“人员和资产交接单”");
    attachHandover(other);
    assertThatThrownBy(() -> handOver(other, "2015-09-02")).isInstanceOf(RefusedException.class).hasMessageContaining("不能晚于今天");
    handOver(other, "2015-09-01");
    assertThat(instance).isEnded().hasPassed("merge", "merged");
    assertThat(now(other).status()).isEqualTo(OfficeStatus.MERGED);
    assertThat(now(other).outcome().mergedInto()).isEqualTo(lead.id());
    assertThat(now(other).outcome().clause()).isEqualTo("C8");
    assertThat(cases.openCaseOf(other.id(), "office-integration")).isEmpty();
    assertThat(cases.openCaseOf(lead.id(), "office-integration")).isEmpty();
  }

  @Test
  void officesOfNeighbouringProvincesAreIntegratedAsWell() {
    Office shanghai = office(LUOYANG, SHANGHAI);
    Office nanjing = office(LUOYANG, NANJING);
    start();
    plan(nanjing, shanghai);
    leader(nanjing, "agree");
    attachHandover(nanjing);
    handOver(nanjing, "2015-09-01");
    assertThat(now(nanjing).outcome().clause()).isEqualTo("C9");
  }

  @Test
  void aCountysOfficeMovesIntoItsCitys() {
    Office city = office(LUOYANG, GUANGZHOU);
    Office county = office(COUNTY_OF_LUOYANG, GUANGZHOU);
    start();
    as("gov" + COUNTY_OF_LUOYANG, "gov" + COUNTY_OF_LUOYANG);
    assertThat(opening.ofTask(task(caseOf(county), "plan").getId()).orElseThrow().choices().get("receiving-offices"))
        .extracting(Choice::value)
        .contains(String.valueOf(city.id()));
    asApplication();
    plan(county, null);
    assertFound(county, "COUNTY_LEADS", "C10");
    correct(county, city);
    leader(county, "agree");
    attachHandover(county);
    handOver(county, "2015-09-01");
    assertThat(now(county).outcome().mergedInto()).isEqualTo(city.id());
    assertThat(now(county).outcome().clause()).isEqualTo("C10");
  }

  /** C11: 可予保留 is a decision, with proof. */
  @Test
  void anOfficeThatAssistsIsKeptByItsGovernmentsDecisionOnProof() {
    Office assistance = office(LUOYANG, "650100", null, WorkKind.PAIRED_ASSISTANCE, null);
    start();
    assertThat(now(assistance).status()).as("not by itself").isEqualTo(OfficeStatus.REGISTERED);
    assertThatThrownBy(() -> keep(assistance)).isInstanceOf(RefusedException.class).hasMessageContaining("缺少“继续单独设置的依据”");
    attachProof(assistance);
    keep(assistance);
    ProcessInstance instance = instanceOf(assistance);
    assertThat(now(assistance).status()).isEqualTo(OfficeStatus.REGISTERED);
    leader(assistance, "agree");
    assertThat(instance).isEnded().hasPassed("retain", "kept");
    assertThat(now(assistance).status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(now(assistance).outcome().retentionDocument()).isEqualTo("对口支援任务书〔2010〕1号");
    assertThat(now(assistance).outcome().reason()).contains("洛阳市人民政府负责同志", "对口支援任务书〔2010〕1号");
  }

  /** C10: 探索. */
  @Test
  void aCountyMayKeepItsOfficeBesideItsCitysOthersMayNot() {
    office(LUOYANG, GUANGZHOU);
    Office county = office(COUNTY_OF_LUOYANG, GUANGZHOU);
    Office one = office(LUOYANG, SHANGHAI);
    office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    start();
    attachProof(county);
    keep(county);
    leader(county, "agree");
    assertThat(now(county).status()).isEqualTo(OfficeStatus.RETAINED);
    attachProof(one);
    assertThatThrownBy(() -> keep(one)).isInstanceOf(RefusedException.class).hasMessageContaining("不能选择继续单独设置");
  }

  /** C9 speaks of governments. */
  @Test
  void whatADepartmentSendsIsIntegratedInItsOwnCityAlone() {
    Office department = office(LUOYANG, NANJING, "商务局", WorkKind.GENERAL, null);
    Office government = office(LUOYANG, SHANGHAI);
    start();
    assertThat(now(department).outcome().clause()).isEqualTo("C12");
    assertThat(now(government).outcome().clause()).isEqualTo("C12");
  }

  @Test
  void everyFaultOfAPlanIsFound() {
    Office one = office(LUOYANG, SHANGHAI);
    Office two = office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    Office three = office(LUOYANG, SHANGHAI, "旅游局", WorkKind.GENERAL, null);
    Office far = office(LUOYANG, GUANGZHOU);
    start();
    Office another = office("410700", SHANGHAI);
    assertThat(offered(one)).containsExactly(two.id(), three.id());
    assertNotTaken(one, one, "不能并入自身");
    assertNotTaken(one, far, "不能整合");
    assertNotTaken(one, another, "只能从列出的选项中选择");
    plan(two, three);
    assertThat(offered(one)).containsExactly(three.id());
    assertNotTaken(one, two, "也要并入其他机构");
    plan(three, null);
    plan(one, null);
    assertFound(one, "LEAD_TAKEN", "C8");
    correct(one, three);
    assertThat(findings.open(caseOf(one))).isEmpty();
  }

  @Test
  void whatItIsMergedIntoStaysThoughThePlanChangedMeanwhile() {
    Office one = office(LUOYANG, SHANGHAI);
    Office two = office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    Office three = office(LUOYANG, SHANGHAI, "旅游局", WorkKind.GENERAL, null);
    start();
    plan(one, two);
    plan(two, three);
    assertThat(sound.check(caseOf(one))).extracting(Finding::code).containsExactly("TARGET_MERGES");
  }

  @Test
  void whatIsReturnedIsPlannedAnew() {
    Office one = office(LUOYANG, SHANGHAI);
    Office two = office(LUOYANG, NANJING);
    start();
    plan(one, two);
    leader(one, "return");
    assertThat(instanceOf(one)).isWaitingAt("correct");
    correct(one, two);
    leader(one, "agree");
    attachHandover(one);
    register.markToBeAbolished(two.id(), "C1", "另行撤销。");
    handOver(one, "2015-09-01");
    assertThat(instanceOf(one)).as("what it was to be merged into is gone").isWaitingAt("plan");
    plan(one, null);
    assertThat(instanceOf(one)).isWaitingAt("sign");
    leader(one, "return");
    register.markToBeAbolished(one.id(), "C1", "另行撤销。");
    correct(one, null);
    assertFound(one, "ALREADY_DECIDED", "C8");
  }

  @Test
  void anOfficeThatIsIntegratedIsNotAbolishedBeside() {
    Office one = office(LUOYANG, SHANGHAI);
    office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    start();
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", one.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(caseOf(one), "请先办结整合");
  }

  @Test
  void whoIsOnTheWayIsNotSentAgain() {
    Office one = office(LUOYANG, SHANGHAI);
    office(LUOYANG, SHANGHAI, "商务局", WorkKind.GENERAL, null);
    start();
    runtimeService().signalEventReceived("register-changed");
    runDueJobs();
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("office-integration").count()).isEqualTo(2);
    assertThat(now(one).status()).isEqualTo(OfficeStatus.REGISTERED);
  }

  private void plan(Office office, Office into) {
    hand("plan", office, into);
  }

  private void correct(Office office, Office into) {
    hand("correct", office, into);
  }

  private void hand(String step, Office office, Office into) {
    Map<String, Object> plan = new HashMap<>(
        Map.of("way", into == null ? "LEAD" : "MERGE", "leadDepartment", "洛阳市商务局", "arrangements", "人员集中办公，资产随迁。"));
    if (into != null) {
      plan.put("intoOffice", String.valueOf(into.id()));
    }
    complete(caseOf(office), step, "gov" + office.governmentCode(), plan);
  }

  private void keep(Office office) {
    complete(caseOf(office), "plan", "gov" + office.governmentCode(),
        Map.of("way", "KEEP", "keepReason", "任务尚未结束。", "keepBasis", "对口支援任务书〔2010〕1号", "arrangements", "人员和资产不变。"));
  }

  private void attachProof(Office office) {
    documents.store(new NewDocument(caseOf(office), office.governmentCode(), "KEEP_PROOF", "任务书.pdf",
        ("%PDF-1.4 " + office.id()).getBytes(StandardCharsets.UTF_8), "gov" + office.governmentCode(), "plan",
        "gov" + office.governmentCode()));
  }

  private void leader(Office office, String decision) {
    complete(caseOf(office), "sign", "gov" + office.governmentCode() + "Leader", Map.of("decision", decision, "opinion", "按规定办理。"));
  }

  private void handOver(Office office, String day) {
    complete(caseOf(office), "handOver", "gov" + office.governmentCode(), Map.of("handedOverOn", day));
  }

  private void attachHandover(Office office) {
    documents.store(new NewDocument(caseOf(office), office.governmentCode(), "INTEGRATION_HANDOVER", "交接单.pdf",
        ("%PDF-1.4 " + office.id()).getBytes(StandardCharsets.UTF_8), "gov" + office.governmentCode(), "handOver",
        "gov" + office.governmentCode()));
  }

  private List<Long> offered(Office office) {
    return does("gov" + office.governmentCode(), () -> opening.ofTask(task(caseOf(office), "plan").getId())).orElseThrow()
        .choices()
        .get("receiving-offices")
        .stream()
        .map(choice -> Long.valueOf(choice.value()))
        .toList();
  }

  private void assertNotTaken(Office office, Office into, String words) {
    assertThatThrownBy(() -> plan(office, into)).isInstanceOf(RefusedException.class).hasMessageContaining(words);
    assertThat(instanceOf(office)).isWaitingAt("plan");
  }

  private void assertFound(Office office, String code, String clause) {
    assertThat(instanceOf(office)).isWaitingAt("correct");
    assertThat(findings.open(caseOf(office))).extracting(Finding::code).containsExactly(code);
    assertThat(findings.open(caseOf(office))).extracting(Finding::clause).isEqualTo(List.of(clause));
  }

  private ProcessInstance instanceOf(Office office) {
    return runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseOf(office)).singleResult();
  }

  private String caseOf(Office office) {
    return jdbc.sql("select case_number from integration where office_id = ?").param(office.id()).query(String.class).single();
  }

  private Office now(Office office) {
    return register.findById(office.id()).orElseThrow();
  }
}
