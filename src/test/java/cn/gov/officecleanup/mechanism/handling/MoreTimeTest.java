package cn.gov.officecleanup.mechanism.handling;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 延期、中止 of Luoyang's application to set up an office, begun on Tuesday 2 June 2026: its draft is due after 20 working days, on 1 July, the
 * whole case after 75. The Dragon Boat Festival (19 June) is no working day.
 */
@EngineTest
class MoreTimeTest {

  private static final String OFFICIAL = "gov410300";
  private static final String LEADER = "gov410300Leader";
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 6, 2, 9, 0);
  private static final LocalDate DRAFT_DUE = LocalDate.of(2026, 7, 1);

  @Autowired
  private MoreTime moreTime;
  @Autowired
  private EscalationLedger ledger;
  @Autowired
  private Opinions opinions;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private OfficeRegister register;

  private String caseNumber;
  private String draft;

  @BeforeEach
  void aCaseWithADraft() {
    itIs(BEGIN);
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    register.retain(office, "样政函〔2026〕1号", null, null, "C3", "经省政府批准予以保留。");
    caseNumber = runtimeService().startProcessInstanceByKey("retention-change", Map.of("officeId", office, "changeKind", "NAME"))
        .getBusinessKey();
    draft = task(caseNumber, "draft").getId();
    assertThat(dueOf(draft)).isEqualTo(endOf(DRAFT_DUE));
  }

  @AfterEach
  void nobodyIsAtWork() {
    asApplication();
  }

  // ---- 延期

  @Test
  void aLeaderGivesMoreTimeAndTheDeadlineItsTimerAndTheLedgerFollow() {
    ask("EXTENSION", 5, "等待评估报告");
    assertThat(options().awaited()).contains("申请延期5个工作日", "洛阳市");
    as(LEADER, LEADER);
    Task decision = task(caseNumber, "grant");
    assertThat(opening.ofTask(decision.getId()).orElseThrow().values().get("asked").toString()).contains("原期限：2026年7月1日", "申请延期5个工作日",
        "理由：等待评估报告");
    decide("granted");
    LocalDate anew = LocalDate.of(2026, 7, 8);
    assertThat(dueOf(draft)).isEqualTo(endOf(anew));
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::lastDay, Escalation::lateGroup, Escalation::superiorGroup)
        .containsExactly(tuple(Kind.EXTENDED, anew, OFFICIAL, LEADER));
    assertThat(ledger.of(caseNumber).get(0).what()).isEqualTo("批准延期，原为2026年7月1日");
    assertThat(opinions.of(caseNumber)).extracting(Opinion::decisionLabel, Opinion::words)
        .containsExactly(tuple("申请延期5个工作日", "等待评估报告"), tuple("同意", "同意。"));

    itIs(DRAFT_DUE.plusDays(1).atTime(9, 0));
    runDueJobs();
    assertThat(misses()).as("not late by the new deadline").isEmpty();
    itIs(anew.plusDays(1).atTime(9, 0));
    runDueJobs();
    assertThat(misses()).hasSize(1);
  }

  @Test
  void lateWorkThatIsGivenMoreTimeIsUrgedNoMoreAndItsMissStays() {
    itIs(DRAFT_DUE.plusDays(1).atTime(9, 0));
    runDueJobs();
    assertThat(taskService().createTaskQuery().taskId(draft).singleResult().getPriority()).isEqualTo(75);
    ask("EXTENSION", 3, "材料昨天才到");
    decide("granted");
    assertThat(dueOf(draft)).as("from today, since the deadline is over").isEqualTo(endOf(LocalDate.of(2026, 7, 7)));
    assertThat(taskService().createTaskQuery().taskDefinitionKey("supervise").count()).isZero();
    assertThat(taskService().createTaskQuery().taskId(draft).singleResult().getPriority()).isEqualTo(Task.PRIORITY_NORMAL);
    assertThat(misses()).hasSize(1).allSatisfy(miss -> assertThat(miss.closedAt()).isNotNull());
  }

  @Test
  void aRefusalLeavesTheDeadlineAndIsInTheLedger() {
    ask("EXTENSION", 5, "等待评估报告");
    decide("refused");
    assertThat(dueOf(draft)).isEqualTo(endOf(DRAFT_DUE));
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind).containsExactly(Kind.REFUSED);
    assertThat(options().extendable()).as("what was refused counts for nothing").isEqualTo(10);
  }

  @Test
  void oneRequestAtATimeWhichCanBeTakenBackAndKeepsTheWorkOpen() {
    ask("EXTENSION", 5, "等待评估报告");
    refused(() -> ask("EXTENSION", 5, "再申请一次"), "已经申请延期或者中止");
    refused(() -> ask("HALT", 5, "再申请一次"), "已经申请延期或者中止");
    as(OFFICIAL, OFFICIAL);
    refused(() -> taskService().complete(draft, Map.of()), "尚未决定");
    moreTime.takeBackForTask(draft);
    asApplication();
    assertThat(taskService().createTaskQuery().taskDefinitionKey("grant").count()).isZero();
    assertThat(dueOf(draft)).isEqualTo(endOf(DRAFT_DUE));
    as(OFFICIAL, OFFICIAL);
    refused(() -> moreTime.takeBackForTask(draft), "没有待决定的申请");
    refused(() -> taskService().complete(draft, Map.of()), "填写");
  }

  @Test
  void theConfigurationSaysHowOftenAndHowMuch() {
    refused(() -> ask("EXTENSION", 11, "太久"), "1至10个工作日");
    refused(() -> ask("EXTENSION", 0, "太短"), "1至10个工作日");
    refused(() -> ask("EXTENSION", 5, " "), "理由");
    for (int round = 1; round <= 2; round++) {
      ask("EXTENSION", 2, "第" + round + "次");
      decide("granted");
    }
    assertThat(options().extendable()).isZero();
    refused(() -> ask("EXTENSION", 1, "第三次"), "不能再延期");
  }

  @Test
  void onlyWhoHasTheTaskAsksAndOnlyTheirSuperiorDecides() {
    as("gov410700", "gov410700");
    refused(() -> moreTime.askForTask(draft, new MoreTime.Asking("EXTENSION", 5, "别人的")), "不由您办理");
    refused(() -> moreTime.askForCase(caseNumber, new MoreTime.Asking("EXTENSION", 5, "别人的")), "没有案号");
    ask("EXTENSION", 5, "等待评估报告");
    as(OFFICIAL, OFFICIAL, LEADER);
    String decision = task(caseNumber, "grant").getId();
    refused(() -> taskService().complete(decision, Map.of("decision", "granted", "opinion", "同意。")), "不得再签批自己提出");
    as(OFFICIAL, OFFICIAL);
    assertThatThrownBy(() -> taskService().complete(decision, Map.of("decision", "granted", "opinion", "同意。")))
        .isInstanceOf(Exception.class);
    assertThat(dueOf(draft)).isEqualTo(endOf(DRAFT_DUE));
  }

  @Test
  void whatTheyAskForOneAnotherIsNoDeadlineOfTheCase() {
    ask("EXTENSION", 5, "等待评估报告");
    as(LEADER, LEADER);
    assertThat(moreTime.ofTask(task(caseNumber, "grant").getId())).hasValueSatisfying(none -> assertThat(none.decidedBy()).isNull());
  }

  // ---- 中止

  @Test
  void workThatRestsIsNotLateAndGoesOnWithTheWorkingDaysThatWereLeft() {
    itIs(LocalDateTime.of(2026, 6, 24, 9, 0)); // 25, 26, 29, 30 June and 1 July are left
    ask("HALT", 20, "等待法院判决");
    itIs(LocalDateTime.of(2026, 6, 26, 9, 0));
    decide("granted");
    assertThat(dueOf(draft)).isNull();
    assertThat(options().resting()).contains("2026年7月24日");
    as(OFFICIAL, OFFICIAL);
    refused(() -> taskService().complete(draft, Map.of()), "正在中止");
    itIs(LocalDateTime.of(2026, 7, 6, 9, 0));
    runDueJobs();
    assertThat(misses()).as("nobody is urged while it rests").isEmpty();
    as(OFFICIAL, OFFICIAL);
    moreTime.takeBackForTask(draft);
    asApplication();
    assertThat(dueOf(draft)).as("five working days from 6 July on").isEqualTo(endOf(LocalDate.of(2026, 7, 13)));
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind).contains(Kind.HALTED, Kind.RESUMED);
    assertThat(options().haltable()).as("once").isZero();
    itIs(LocalDateTime.of(2026, 7, 14, 9, 0));
    runDueJobs();
    assertThat(misses()).hasSize(1);
  }

  @Test
  void aRestEndsByItself() {
    ask("HALT", 3, "等待法院判决");
    decide("granted");
    itIs(LocalDateTime.of(2026, 6, 6, 0, 30));
    runDueJobs();
    assertThat(dueOf(draft)).as("20 working days from 5 June on").isNotNull().isAfter(endOf(DRAFT_DUE));
    assertThat(taskService().createTaskQuery().taskDefinitionKey("resume").count()).isZero();
  }

  @Test
  void lateWorkDoesNotRest() {
    itIs(DRAFT_DUE.plusDays(1).atTime(9, 0));
    assertThat(options().haltable()).isZero();
    refused(() -> ask("HALT", 3, "太晚了"), "已经逾期，不能中止");
  }

  @Test
  void aWholeCaseRestsWithItsTasksAndGoesOnWithThem() {
    as(OFFICIAL, OFFICIAL);
    moreTime.askForCase(caseNumber, new MoreTime.Asking("HALT", 20, "等待法院判决"));
    decide("granted");
    assertThat(dueOf(draft)).isNull();
    assertThat(ofCase().resting()).contains("已经中止");
    as(OFFICIAL, OFFICIAL);
    refused(() -> taskService().complete(draft, Map.of()), "正在中止");
    itIs(LocalDateTime.of(2026, 6, 9, 9, 0));
    as(OFFICIAL, OFFICIAL);
    moreTime.takeBackForCase(caseNumber);
    asApplication();
    assertThat(dueOf(draft)).isEqualTo(endOf(LocalDate.of(2026, 7, 8)));
    assertThat(ofCase().extendable()).isEqualTo(10);
    assertThat(managementService().createJobQuery().timers().processInstanceId(instance()).count()).as("one for the task, one for the case")
        .isEqualTo(2);
  }

  @Test
  void aWholeCaseIsGivenMoreTime() {
    as(OFFICIAL, OFFICIAL);
    moreTime.askForCase(caseNumber, new MoreTime.Asking("EXTENSION", 10, "案情复杂"));
    decide("granted");
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::taskId).containsExactly(tuple(Kind.EXTENDED, null));
    assertThat(dueOf(draft)).as("its tasks stay").isEqualTo(endOf(DRAFT_DUE));
  }

  @Test
  void withTheCaseGoesWhatIsAskedAboutIt() {
    as(OFFICIAL, OFFICIAL);
    moreTime.askForCase(caseNumber, new MoreTime.Asking("EXTENSION", 10, "案情复杂"));
    ask("EXTENSION", 5, "等待评估报告");
    asApplication();
    assertThat(taskService().createTaskQuery().taskDefinitionKey("grant").count()).isEqualTo(2);
    runtimeService().deleteProcessInstance(instance(), "撤回");
    assertThat(taskService().createTaskQuery().taskDefinitionKey("grant").count()).isZero();
  }

  @Test
  void withTheCaseGoesARest() {
    ask("HALT", 20, "等待法院判决");
    decide("granted");
    assertThat(taskService().createTaskQuery().taskDefinitionKey("resume").count()).isOne();
    runtimeService().deleteProcessInstance(instance(), "撤回");
    assertThat(taskService().createTaskQuery().taskDefinitionKey("resume").count()).isZero();
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("deadline-extension").count()).isZero();
  }

  private void ask(String kind, int days, String words) {
    as(OFFICIAL, OFFICIAL);
    try {
      moreTime.askForTask(draft, new MoreTime.Asking(kind, days, words));
    } finally {
      asApplication();
    }
  }

  private void decide(String decision) {
    asApplication();
    String task = task(caseNumber, "grant").getId();
    as(LEADER, LEADER);
    taskService().complete(task, Map.of("decision", decision, "opinion", "同意。"));
    asApplication();
  }

  private MoreTimeOptions options() {
    as(OFFICIAL, OFFICIAL);
    try {
      return moreTime.ofTask(draft).orElseThrow();
    } finally {
      asApplication();
    }
  }

  private MoreTimeOptions ofCase() {
    return moreTime.ofCase(cases.get(caseNumber), new Official(OFFICIAL, OFFICIAL, Set.of(OFFICIAL)));
  }

  private List<Escalation> misses() {
    return ledger.of(caseNumber).stream().filter(entry -> entry.kind() == Kind.MISS).toList();
  }

  private String instance() {
    return runtimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .processDefinitionKey("retention-change")
        .singleResult()
        .getId();
  }

  private static Date dueOf(String task) {
    return taskService().createTaskQuery().taskId(task).singleResult().getDueDate();
  }

  private static Date endOf(LocalDate day) {
    return Date.from(day.atTime(23, 59, 59).atZone(EngineClock.ZONE).toInstant());
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String sentence) {
    assertThatThrownBy(act).isInstanceOf(RefusedException.class).hasMessageContaining(sentence);
  }
}
