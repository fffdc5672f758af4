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
import org.springframework.beans.factory.annotation.Autowired;

/** C6: every way a person can be placed; who sees what about the person. */
@EngineTest
class StaffPlacementTest {

  private static final String OLD = """
    {"name": "王老", "identityNumber": "410102195601010018", "birthDate": "1956-01-01", "gender": "MALE", "status": "PUBLIC_INSTITUTION",
     "post": "职员", "hiredOn": "1980-01-01", "relatives": ""}""";

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
          .hasMessage("公务员只能回原派出单位或者在编制内调动，不得重新聘用或者解除合同。");
    }
    placing.official("plan", plan("RETIRE"));
    assertThat(codes()).containsExactly("PLACEMENT_NOT_LAWFUL");
    placing.official("correct", plan("RETURN")).confirm("return").official("correct", plan("TRANSFER")).confirm("confirm");
    assertThatThrownBy(() -> placing.official("tell", Map.of("toldOn", "2015-08-03", "decision", "agree")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("本人签字的声明");
    placing.tell("agree", Map.of());
    assertThatThrownBy(() -> placing.official("carryOut", Map.of("carriedOutOn", "2015-08-02"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“办理完毕日期”不能早于“告知日期”")
        .hasMessageContaining("缺少“调动、退休审批、解除合同等证明”");
    assertThat(staff.withoutOutcome(winding.caseNumber())).isEqualTo(1);
    placing.carryOut(Map.of());
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(staff.withoutOutcome(winding.caseNumber())).isZero();
    assertThat(staff.outcomes(winding.caseNumber())).containsExactly(Map.entry(PlacementOutcome.TRANSFER, 1));
  }

  @Test
  void whoIsHiredLocallyIsCompensatedByLawAndPaid() {
    open(HIRED);
    assertThatThrownBy(() -> placing.official("plan", plan("RETURN"))).isInstanceOf(RefusedException.class).hasMessageContaining("不占编制");
    placing.official("plan", plan("CONTRACT_ENDED"));
    // hired 2010-03-01, ended 2015-08-03: five years and five months, five and a half months of wage
    assertThat(factsAs("gov" + COUNTY + "Personnel", "confirm")).contains("经济补偿, value=16,500.00元（5.5个月 × 月工资3,000.00元）");
    placing.confirm("confirm").tell("agree", Map.of()).carryOut(Map.of());
    assertThat(codes()).containsExactly("COMPENSATION_UNPAID");
    assertThatThrownBy(() -> placing.carryOut(Map.of("voucher", "凭证8", "paidOn", "2015-08-04"))).isInstanceOf(RefusedException.class)
        .hasMessage("“经济补偿支付日期”不能晚于今天，请改正。");
    placing.carryOut(Map.of("voucher", "凭证8", "paidOn", "2015-08-03"));
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void whatIsFilledInIsReadUnderTheWordsOfTheForm() {
    open(HIRED);
    placing.official("plan", plan("CONTRACT_ENDED"));
    assertThat(factsAs("gov" + COUNTY + "Personnel", "confirm"))
        .containsSubsequence("section=人员, label=姓名, value=李当地", "section=安置方案, label=安置方式, value=解除劳动合同", "label=生效日期, value=2015年8月3日",
            "label=本人前十二个月平均工资（元）, value=3,000.00元", "label=经济补偿")
        .doesNotContain("接收单位", "告知日期");
    placing.confirm("confirm").tell("object", Map.of("objectedOn", "2015-08-03", "objection", "不服从安排"));
    assertThat(factsAs("gov" + COUNTY + "Leader", "answer")).contains("label=告知日期, value=2015年8月3日", "label=异议内容, value=不服从安排");
  }

  @Test
  void whoHasReachedTheAgeRetires() {
    itIs(LocalDateTime.of(2016, 1, 1, 9, 0));
    open(OLD);
    placing.official("plan", plan("RETURN"));
    assertThat(codes()).containsExactly("PLACEMENT_NOT_LAWFUL");
    Map<String, Object> dayBefore = plan("RETIRE");
    dayBefore.put("takesEffectOn", "2015-12-31");
    placing.official("correct", dayBefore);
    assertThat(codes()).containsExactly("PLACEMENT_NOT_LAWFUL");
    placing.official("correct", plan("RETIRE")).confirm("confirm");
    assertThat(task(placing.caseNumber(), "tell")).isNotNull();
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
    placing.carryOut(Map.of());
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
    for (String handling : List.of("gov" + COUNTY, "gov" + COUNTY + "Leader", "gov" + COUNTY + "Personnel")) {
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
    assertThat(form.toString()).contains("第1人（", "人社部门确认").doesNotContain("李当地", "410102198505121213", "16,500");
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

  private List<String> codes() {
    return findings.open(placing.caseNumber()).stream().map(Finding::code).toList();
  }

  private static void refusedList(WindingUp begun, String code, String rows) {
    assertThatThrownBy(() -> begun.official("confirmStaff", Map.of("staff", "[" + rows + "]"))).isInstanceOfSatisfying(
        RefusedException.class, refused -> assertThat(refused.findings()).extracting(Finding::code).containsExactly(code));
  }
}
