package cn.gov.officecleanup.procedure.placement;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.CIVIL_SERVANT;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.placement.Placing.plan;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C6: every way a person can be placed; who sees what about the person. */
@EngineTest
class StaffPlacementTest {

  private static final String OLD = """
    {"name": "王老", "identityNumber": "410102195601010018", "birthDate": "1956-01-01", "gender": "MALE", "status": "PUBLIC_INSTITUTION",
     "post": "职员", "hiredOn": "1980-01-01", "relatives": ""}""";

  private static final String PROTECTED = """
    {"name": "赵孕", "identityNumber": "410102198505121221", "birthDate": "1985-05-12", "gender": "FEMALE", "status": "LOCALLY_HIRED",
     "post": "文员", "hiredOn": "2010-03-01", "relatives": "", "protection": "MATERNITY", "protectedUntil": "2015-12-31",
     "protectionProof": "出生医学证明"}""";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private StaffList staff;
  @Autowired
  private FormAssembly opening;

  private WindingUp winding;
  private Placing placing;
  private ProcessInstance instance;

  @BeforeEach
  void itIsSummer() {
    itIs(LocalDateTime.of(2015, 8, 3, 9, 0));
  }

  @Test
  void aCivilServantReturnsAndHasAStatementOnFile() {
    open(CIVIL_SERVANT);
    for (String unlawful : List.of("CONTRACT_ENDED", "REAPPOINT")) {
      assertThatThrownBy(() -> placing.official("plan", plan(unlawful))).isInstanceOf(RefusedException.class)
          .hasMessage("公务员和参照公务员法管理人员只能回原派出单位或者在编制内调动，不得重新聘用或者解除合同。");
    }
    refusedPlan(plan("RETIRE"), "未达到法定退休年龄");
    placing.official("plan", plan("RETURN"));
    assertThat(placing.confirming()).as("civil servants").isEqualTo("gov" + COUNTY + "Organization");
    placing.confirm("return").official("correct", plan("TRANSFER")).confirm("confirm");
    assertThatThrownBy(() -> placing.official("tell", Map.of("toldOn", "2015-08-03", "decision", "agree")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("本人签字的声明");
    placing.tell("agree", Map.of());
    assertThatThrownBy(() -> placing.official("carryOut", Map.of("carriedOutOn", "2015-08-02"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“办理完毕日期”不能早于“告知日期”")
        .hasMessageContaining("缺少“调动、退休审批、解除合同等证明”");
    assertThat(staff.withoutOutcome(winding.caseNumber())).isEqualTo(1);
    placing.carryOut(Map.of());
    assertThat(staff.withoutOutcome(winding.caseNumber())).isZero();
    assertThatThrownBy(() -> placing.handOver("RETURN")).isInstanceOf(RefusedException.class).hasMessageContaining("安置方式与已落实的方案不一致");
    placing.handOver("TRANSFER").takeBack();
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(staff.outcomes(winding.caseNumber())).containsExactly(Map.entry(PlacementOutcome.TRANSFER, 1));
  }

  @Test
  void whoIsHiredLocallyIsCompensatedByLawAndPaid() {
    open(HIRED);
    assertThatThrownBy(() -> placing.official("plan", plan("RETURN"))).isInstanceOf(RefusedException.class).hasMessageContaining("不占编制");
    placing.official("plan", plan("CONTRACT_ENDED"));
    // hired 2010-03-01, ended 2015-08-03: five years and five months, five and a half months of wage
    assertThat(factsAs("gov" + COUNTY + "Personnel", "confirm")).contains("经济补偿, value=16,500.00元（5.5个月 × 月工资3,000.00元）");
    assertThat(placing.confirming()).isEqualTo("gov" + COUNTY + "Personnel");
    placing.confirm("confirm").tell("agree", Map.of()).carryOut(Map.of());
    assertThat(codes()).containsExactly("COMPENSATION_UNPAID");
    assertThatThrownBy(() -> placing.carryOut(Map.of("voucher", "凭证8", "paidOn", "2015-08-04"))).isInstanceOf(RefusedException.class)
        .hasMessage("“经济补偿支付日期”不能晚于今天，请改正。");
    placing.carryOut(Map.of("voucher", "凭证8", "paidOn", "2015-08-03"));
    assertThat(task(placing.caseNumber(), "handOver").getDueDate()).as("fifteen days after the end").isEqualTo("2015-08-18T15:59:59Z");
    assertThatThrownBy(() -> placing.official("handOver", Map.of("outcome", "CONTRACT_ENDED", "leaveSettlement", "PAID")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("“出具解除或者终止劳动合同证明的日期”不能为空")
        .hasMessageContaining("“社会保险关系转移日期”不能为空")
        .hasMessageContaining("“档案转移日期”不能为空")
        .hasMessageContaining("“未休年休假工资报酬（元）”不能为空")
        .hasMessageContaining("缺少“解除或者终止劳动合同的证明”");
    placing.handOver("CONTRACT_ENDED");
    runDueJobs();
    assertThat(instance).as("no post is taken back of who held none").isEnded();
  }

  @Test
  void whatIsFilledInIsReadUnderTheWordsOfTheForm() {
    open(HIRED);
    placing.official("plan", plan("CONTRACT_ENDED"));
    assertThat(factsAs("gov" + COUNTY + "Personnel", "confirm"))
        .containsSubsequence("section=人员, label=姓名, value=李当地", "section=安置方案, label=生效日期, value=2015年8月3日", "label=安置方式, value=协商解除劳动合同",
            "label=本人前十二个月平均工资（元）, value=3,000.00元", "label=当地月最低工资标准（元）, value=1,600.00元", "label=经济补偿",
            "label=本人不服的救济途径, value=发生劳动争议的，自知道或者应当知道权利被侵害之日起1年内可以申请")
        .doesNotContain("接收单位", "告知日期");
    placing.confirm("confirm").tell("object", Map.of("objectedOn", "2015-08-03", "objection", "不服从安排"));
    assertThat(factsAs("gov" + COUNTY + "Leader", "answer")).contains("label=告知日期, value=2015年8月3日", "label=异议内容, value=不服从安排");
  }

  @Test
  void whoHasReachedTheAgeRetires() {
    itIs(LocalDateTime.of(2016, 1, 1, 9, 0));
    open(OLD);
    refusedPlan(plan("RETURN"), "已达到法定退休年龄，应当办理退休");
    Map<String, Object> dayBefore = plan("RETIRE");
    dayBefore.put("takesEffectOn", "2015-12-31");
    refusedPlan(dayBefore, "未达到法定退休年龄");
    placing.official("plan", plan("RETIRE")).confirm("confirm");
    assertThat(task(placing.caseNumber(), "tell")).isNotNull();
  }

  @Test
  void whoRetiresEarlyOrLateDoesSoOnABasisThatSomebodyNames() {
    open(CIVIL_SERVANT);
    Map<String, Object> early = plan("RETIRE");
    early.put("retirementBasis", "EARLY_FLEXIBLE");
    refusedPlan(early, "弹性提前退休最早自");
    early.put("retirementBasis", "DEFERRED_OTHER");
    refusedPlan(early, "按生效日期不属于延迟退休");
    early.put("retirementBasis", "EARLY_CIVIL_SERVICE");
    refusedPlan(early, "“方案说明”不能为空", "缺少“提前或者延迟退休的申请或者协议”");
    early.put("reasons", "工作年限满三十年，本人自愿。");
    placing.attachAt("plan", "RETIREMENT_PROOF").official("plan", early);
    assertThat(factsAs(placing.confirming(), "confirm")).contains("label=提前或者延迟退休的依据, value=公务员自愿提前退休", "工作年限满三十年", "30日内可以向原处理机关申请复核");
  }

  @Test
  void whoIsOfAgeGoesOnWhereThatIsDecided() {
    itIs(LocalDateTime.of(2016, 1, 1, 9, 0));
    open(OLD);
    Map<String, Object> late = plan("RETURN");
    late.putAll(Map.of("retirementBasis", "EARLY_CIVIL_SERVICE", "reasons", "工作需要。"));
    refusedPlan(late, "只适用于公务员");
    late.put("retirementBasis", "DEFERRED_FLEXIBLE");
    placing.attachAt("plan", "RETIREMENT_PROOF").official("plan", late);
    assertThat(instance).isWaitingAt("confirm");
  }

  @Test
  void whatIsOfferedFollowsTheChosenDay() {
    itIs(LocalDateTime.of(2016, 1, 1, 9, 0));
    open(OLD);
    String plan = task(placing.caseNumber(), "plan").getId();
    as("gov" + COUNTY, "gov" + COUNTY);
    assertThat(notOffered(plan, Map.of())).as("before a day is chosen").doesNotContain("RETIRE", "RETURN").contains("CONTRACT_ENDED");
    assertThat(notOffered(plan, Map.of("takesEffectOn", "2015-12-31"))).contains("RETIRE").doesNotContain("RETURN");
    assertThat(notOffered(plan, Map.of("takesEffectOn", "2016-01-01"))).contains("RETURN").doesNotContain("RETIRE");
    assertThat(notOffered(plan, Map.of("takesEffectOn", "2016-01-01", "retirementBasis", "DEFERRED_OTHER"))).contains("RETIRE")
        .doesNotContain("RETURN");
    as("gov410700", "gov410700");
    assertThat(opening.unlawful(plan, Map.of())).isEmpty();
    asApplication();
  }

  @Test
  void theContractOfWhoIsProtectedEndsOnlyWhereTheLeaderDecidesSo() {
    open(PROTECTED);
    assertThatThrownBy(() -> placing.official("plan", plan("CONTRACT_TERMINATED"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("缺少“协商不成的记录”");
    placing.attachAt("plan", "NEGOTIATION_RECORD");
    assertThatThrownBy(() -> placing.official("plan", plan("CONTRACT_TERMINATED"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("特殊保护情形（孕期、产期、哺乳期）");
    placing.attachAt("plan", "PROTECTION_PROOF").official("plan", plan("CONTRACT_TERMINATED"));
    assertThat(factsAs("gov" + COUNTY + "Leader", "decideEnding")).contains("孕期、产期、哺乳期，至2015年12月31日（证明：出生医学证明）");
    placing.decide("refuse");
    assertThat(instance).isWaitingAt("plan");
    placing.official("plan", plan("CONTRACT_ENDED")).decide("approve");
    assertThat(instance).isWaitingAt("confirm");
    placing.confirm("return");
    Map<String, Object> afterwards = plan("CONTRACT_ENDED");
    afterwards.put("takesEffectOn", "2016-01-01");
    placing.official("correct", afterwards);
    assertThat(instance).as("the protection is over by then").isWaitingAt("confirm");
  }

  @Test
  void whoGoesToANewEmployerIsNotCompensated() {
    open(HIRED);
    placing.official("plan", plan("NEW_EMPLOYER")).confirm("confirm").tell("agree", Map.of()).carryOut(Map.of()).handOver("NEW_EMPLOYER");
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(staff.outcomes(winding.caseNumber())).containsExactly(Map.entry(PlacementOutcome.NEW_EMPLOYER, 1));
  }

  @ParameterizedTest
  @CsvSource({"DISPATCHED, TO_DISPATCHER", "SECONDED, RETURN", "RETIRED, PENSIONER_CARE"})
  void whoBelongsElsewhereGoesThere(String status, String outcome) {
    open(HIRED.replace("LOCALLY_HIRED", status));
    placing.official("plan", plan(outcome))
        .confirm("confirm")
        .tell("agree", Map.of())
        .carryOut(Map.of())
        .official("handOver", Map.of("outcome", outcome, "leaveSettlement", "TAKEN"));
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void anObjectionReachesTheLeaderInTimeOnly() {
    open(CIVIL_SERVANT);
    placing.official("plan", plan("RETURN")).confirm("confirm").attachAt("plan", "STATEMENT");
    assertThatThrownBy(() -> placing.official("tell", Map.of("toldOn", "2015-08-03", "decision", "agree")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("本人签字的声明");
    placing.attach("STATEMENT");
    itIs(LocalDateTime.of(2015, 8, 25, 9, 0));
    Map<String, Object> late = Map.of("toldOn", "2015-08-03", "decision", "object", "objectedOn", "2015-08-19", "objection", "不服从安排");
    assertThatThrownBy(() -> placing.official("tell", late)).isInstanceOf(RefusedException.class).hasMessageContaining("15日内");
    assertThatThrownBy(
        () -> placing.official("tell", Map.of("toldOn", "2015-08-03", "decision", "object", "objectedOn", "2015-08-02", "objection", "不服")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能早于“告知日期”");
    assertThatThrownBy(() -> placing.official("tell", Map.of("toldOn", "2015-08-26", "decision", "agree")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能晚于今天");
    placing.official("tell", Map.of("toldOn", "2015-08-03", "decision", "object", "objectedOn", "2015-08-18", "objection", "希望调到市直单位"));
    assertThat(task(placing.caseNumber(), "answer").getDueDate()).isEqualTo("2015-09-09T15:59:59Z");
    assertThat(factsAs("gov" + COUNTY + "Leader", "answer")).contains("希望调到市直单位");
    placing.answer("change");
    assertThat(instance).isWaitingAt("plan");
    placing.official("plan", plan("TRANSFER"))
        .confirm("confirm")
        .tell("object", Map.of("objectedOn", "2015-08-25", "objection", "仍有异议"))
        .answer("uphold");
    placing.carryOut(Map.of()).handOver("TRANSFER").takeBack();
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void personalDataIsSeenOnlyByThoseWhoHandleIt() {
    open(HIRED);
    placing.official("plan", plan("CONTRACT_ENDED"));
    assertThat(historyService().createHistoricVariableInstanceQuery().list())
        .noneMatch(variable -> String.valueOf(variable.getValue()).matches("(?s).*(李当地|410102198505121213|1985).*"));
    assertThat(cases.find(placing.caseNumber()).orElseThrow().title()).isEqualTo("第1人（兰考县人民政府驻郑州办事处人员安置）");
    assertThat(factsAs("gov" + COUNTY + "Personnel", "confirm")).contains("李当地", "410102198505121213");
    String confirm = task(placing.caseNumber(), "confirm").getId();
    for (String other : List.of("gov" + COUNTY + "Finance", "gov410700", "audit", "provincialBureau")) {
      as(other, other);
      assertThat(opening.ofTask(confirm)).as(other).isEmpty();
      assertThat(reading.mayRead(new Official(other, other, Set.of(other)), cases.find(placing.caseNumber()).orElseThrow())).as(other)
          .isFalse();
    }
    as("supervisors", "supervisors");
    assertThat(opening.ofTask(confirm)).as("supervisors see the task, not the person").isEmpty();
    asApplication();
    urgingSeesNothingOfThePerson(confirm);
    for (String handling : List.of("gov" + COUNTY, "gov" + COUNTY + "Leader", "gov" + COUNTY + "Personnel", "gov" + COUNTY + "Organization",
        "gov" + COUNTY + "Establishment")) {
      assertThat(reading.mayRead(new Official(handling, handling, Set.of(handling)), cases.find(placing.caseNumber()).orElseThrow()))
          .isTrue();
    }
  }

  private void urgingSeesNothingOfThePerson(String confirm) {
    itIs(LocalDateTime.of(2015, 9, 30, 9, 0));
    runDueJobs();
    String urging = taskService().createTaskQuery()
        .taskCandidateGroup("provincialBureau")
        .processInstanceBusinessKey(placing.caseNumber())
        .singleResult()
        .getId();
    as("provincialBureau", "provincialBureau");
    FormAssembly.OpenForm form = opening.ofTask(urging).orElseThrow();
    assertThat(form.toString()).contains("第1人（", "组织、人社部门确认").doesNotContain("李当地", "410102198505121213", "16,500");
    assertThat(opening.ofTask(confirm)).isEmpty();
    asApplication();
  }

  @Test
  void aListThatCannotBeRightIsRefused() {
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", SampleOffice.enter(register, COUNTY).id()));
    WindingUp begun = WindingUp.of(COUNTY, documents).inventory("[]");
    refusedList(begun, "IDENTITY_NUMBER_WRONG", HIRED.replace("410102198505121213", "410102198505121214"));
    refusedList(begun, "BIRTH_DATE_DIFFERS", HIRED.replace("\"1985-05-12\"", "\"1985-05-13\""));
    refusedList(begun, "GENDER_DIFFERS", HIRED.replace("\"MALE\"", "\"FEMALE\""));
    refusedList(begun, "HIRED_BEFORE_BIRTH", HIRED.replace("\"2010-03-01\"", "\"1985-05-12\""));
    refusedList(begun, "REPEATED", HIRED + "," + HIRED);
    refusedList(begun, "REQUIRED", PROTECTED.replace("出生医学证明", ""));
    String list = task(begun.caseNumber(), "confirmStaff").getId();
    as("supervisors", "supervisors");
    assertThat(opening.ofTask(list).orElseThrow().values()).as("who merely sees the task").isEmpty();
    as("gov" + COUNTY, "gov" + COUNTY);
    assertThat(opening.ofTask(list).orElseThrow().values()).containsKey("staff");
    asApplication();
    begun.staff("[" + HIRED + "]");
    assertThat(begun.casesOf("staff-placement")).hasSize(1);
    assertThat(staff.connectedNames(begun.caseNumber())).containsExactlyInAnyOrder("李当地", "李小妹", "王亲属");
    assertThatThrownBy(() -> staff.replace(begun.caseNumber(), List.of())).isInstanceOf(RefusedException.class)
        .hasMessageContaining("已经开始");
  }

  private void open(String person) {
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", SampleOffice.enter(register, COUNTY).id()));
    winding = WindingUp.of(COUNTY, documents).inventory("[]").staff("[" + person + "]");
    placing = new Placing(winding.casesOf("staff-placement").get(0), COUNTY, documents);
    instance = runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(placing.caseNumber()).singleResult();
  }

  private String factsAs(String user, String step) {
    String taskId = task(placing.caseNumber(), step).getId();
    as(user, user);
    try {
      return opening.ofTask(taskId).orElseThrow().facts().stream().map(CaseFacts.Fact::toString).reduce("", String::concat);
    } finally {
      asApplication();
    }
  }

  private void refusedPlan(Map<String, Object> plan, String... why) {
    assertThatThrownBy(() -> placing.official("plan", plan)).isInstanceOf(RefusedException.class)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(why));
  }

  /** @return the placements that the form does not offer with these answers */
  private Set<String> notOffered(String taskId, Map<String, String> answers) {
    return opening.unlawful(taskId, answers).orElseThrow().get("outcome").keySet();
  }

  private List<String> codes() {
    return findings.open(placing.caseNumber()).stream().map(Finding::code).toList();
  }

  private static void refusedList(WindingUp begun, String code, String rows) {
    assertThatThrownBy(() -> begun.official("confirmStaff", Map.of("staff", "[" + rows + "]"))).isInstanceOfSatisfying(
        RefusedException.class, refused -> assertThat(refused.findings()).extracting(Finding::code).containsExactly(code));
  }
}
