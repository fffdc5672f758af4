package cn.gov.officecleanup.mechanism.handling;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 转办、退回、撤回、征求意见、传阅、委托代理: what each does, who may, and what keeps whom from it. */
@EngineTest
class HandlingTest {

  private static final String LUOYANG = "410300";
  private static final String LEADER = "gov410300Leader";
  private static final String COLLEAGUE = "colleague";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private Opinions opinions;
  @Autowired
  private Officials officials;
  @Autowired
  private HandlingOptions.Finder options;
  @Autowired
  private AuditLog auditLog;
  @Autowired
  private TransferringTask transferring;
  @Autowired
  private ReturningCase returning;
  @Autowired
  private OpinionRequests requests;
  @Autowired
  private Assisting assisting;
  @Autowired
  private Circulating circulating;
  @Autowired
  private Commenting commenting;
  @Autowired
  private JdbcClient jdbc;

  private Applicant luoyang;

  @BeforeEach
  void anApplicationAndItsPeople() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    for (String user : List.of("gov410300", LEADER)) {
      person(user, user);
    }
    person(COLLEAGUE, "gov410300");
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    luoyang = new Applicant(
        runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey(), LUOYANG);
    luoyang.attachDocuments(documents);
  }

  @AfterEach
  void theyGo() {
    asApplication();
    // the engine's clean-up ends their processes, not what is noted of them
    jdbc.sql("update substitution set ended_at = first_day where ended_at is null").update();
    List.of("gov410300", LEADER, COLLEAGUE).forEach(identityService()::deleteUser);
  }

  // ---- 转办

  @Test
  void aTaskIsHandedToAColleagueOfTheSameGroup() {
    String draft = luoyang.task("draft").getId();
    assertThat(optionsOf("gov410300", draft).colleagues()).extracting(Choice::value).containsExactly(COLLEAGUE);
    does("gov410300", () -> transferring.transfer(draft, COLLEAGUE, "我下周出差"));
    assertThat(luoyang.task("draft").getAssignee()).isEqualTo(COLLEAGUE);
    assertThat(last()).extracting(Opinion::stepName, Opinion::decisionLabel, Opinion::words)
        .containsExactly("起草保留申请", "转办给同事colleague", "我下周出差");
    assertThat(auditLog.find(new AuditQuery(List.of("gov410300"), AuditEvent.Kind.TASK_CHANGED, luoyang.caseNumber(), null, null), null))
        .singleElement()
        .satisfies(event -> assertThat(event.subject()).isEqualTo(COLLEAGUE))
        .satisfies(event -> assertThat(event.details()).isEqualTo("转办“起草保留申请”：我下周出差"));
    refused("gov410300", () -> transferring.transfer(draft, COLLEAGUE, null), "已由");
    refused("gov410300", () -> taskService().complete(draft, soundDraft()), "已由");
  }

  @Test
  void nobodyHandsATaskToOthersOrOneThatIsNotTheirs() {
    String draft = luoyang.task("draft").getId();
    refused("gov410300", () -> transferring.transfer(draft, LEADER, null), "本组的同事");
    refused("gov410700", () -> transferring.transfer(draft, COLLEAGUE, null), "不由您办理");
    refused("supervisors", () -> transferring.transfer(draft, COLLEAGUE, null), "不由您办理");
    assertThat(options("gov410700", draft)).isFalse();
  }

  // ---- 退回

  @Test
  void theBureauReturnsACaseToAnEarlierStepWithAReason() {
    luoyang.hand("draft", soundDraft()).leader("sign", "同意").bureauAccepts();
    String review = luoyang.task("review").getId();
    assertThat(optionsOf("provincialBureau", review).steps()).extracting(Choice::value).containsExactly("accept", "sign", "draft");
    refused("provincialBureau", () -> returning.returnTo(review, "sign", " "), "写明退回的原因");
    refused("provincialBureau", () -> returning.returnTo(review, "approve", "不该到的环节"), "不能退回到这个环节");
    refused("gov410300", () -> returning.returnTo(review, "sign", "不是我的任务"), "不由您办理");
    does("provincialBureau", () -> returning.returnTo(review, "sign", "请负责同志重新签批"));
    assertThat(luoyang.task("sign")).isNotNull();
    assertThat(steps()).containsExactly("sign");
    assertThat(last()).extracting(Opinion::stepName, Opinion::decisionLabel, Opinion::words)
        .containsExactly("省局审核", "退回至“派出地政府负责同志签批”", "请负责同志重新签批");
    luoyang.leader("sign", "重新同意").bureauAccepts();
    assertThat(luoyang.task("review")).isNotNull();
  }

  @Test
  void aCaseReturnsAcrossACalledProcedureAndGoesOnFromThere() {
    luoyang.hand("draft", soundDraft());
    does(LEADER, () -> returning.returnTo(luoyang.task("sign").getId(), "draft", "请补充理由"));
    assertThat(steps()).containsExactly("draft");
    as("gov410300", "gov410300");
    assertThat(opening.ofTask(luoyang.task("draft").getId()).orElseThrow().opinions()).extracting(Opinion::words).contains("请补充理由");
    asApplication();
    luoyang.hand("draft", soundDraft());
    assertThat(luoyang.task("sign")).isNotNull();
  }

  // ---- 撤回

  @Test
  void whatWasHandedInIsTakenBackUntilTheNextHasBegun() {
    luoyang.hand("draft", soundDraft());
    assertThat(recallable("gov410300")).isEqualTo("起草保留申请");
    assertThat(recallable(COLLEAGUE)).as("somebody else's step").isNull();
    does("gov410300", () -> returning.recall(luoyang.caseNumber()));
    assertThat(luoyang.task("draft").getAssignee()).as("it is theirs again").isEqualTo("gov410300");
    assertThat(last().decisionLabel()).isEqualTo("撤回");
    assertThat(recallable("gov410300")).as("there is nothing to take back now").isNull();
    luoyang.hand("draft", soundDraft());
    taskService().claim(luoyang.task("sign").getId(), LEADER);
    assertThat(recallable("gov410300")).isNull();
    refused("gov410300", () -> returning.recall(luoyang.caseNumber()), "不能撤回");
    assertThat(luoyang.task("sign")).isNotNull();
  }

  // ---- 征求意见

  @Test
  void whoAsksWaitsForAllAnswers() {
    String draft = luoyang.task("draft").getId();
    assertThat(optionsOf("gov410300", draft).askable()).extracting(Choice::label)
        .containsExactly("洛阳市人民政府负责同志", "洛阳市财政部门", "洛阳市财政部门负责同志", "洛阳市人社部门", "洛阳市机关事务管理部门", "洛阳市组织部门", "洛阳市机构编制部门", "洛阳市人民政府信访工作人员");
    refused("gov410300", () -> requests.ask(draft, List.of("gov410300Finance"), ""), "写明");
    refused("gov410300", () -> requests.ask(draft, List.of(), "经费如何安排？"), "选择");
    refused("gov410300", () -> requests.ask(draft, List.of("gov410700Finance"), "经费如何安排？"), "选择");
    does("gov410300", () -> requests.ask(draft, List.of("gov410300Finance", "gov410300Personnel"), "经费和编制如何安排？"));
    refused("gov410300", () -> requests.ask(draft, List.of("gov410300Finance"), "再问一次"), "正在征求意见");
    refused("gov410300", () -> taskService().complete(draft, soundDraft()), "尚未答复");
    answer("gov410300Finance", "agree", "经费已列入预算。");
    assertThat(optionsOf("gov410300", draft).awaited()).containsExactly("洛阳市人社部门");
    refused("gov410300", () -> taskService().complete(draft, soundDraft()), "洛阳市人社部门");
    ProcessInstance request = request();
    answer("gov410300Personnel", "amend", "编制以6名为限。");
    assertThat(request).isEnded().hasPassed("asked", "answer", "answered");
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::levelName, Opinion::decisionLabel, Opinion::words)
        .contains(tuple("洛阳市人民政府", "征求洛阳市财政部门、洛阳市人社部门意见", "经费和编制如何安排？"), tuple("洛阳市财政部门", "同意", "经费已列入预算。"),
            tuple("洛阳市人社部门", "同意，附修改意见", "编制以6名为限。"));
    luoyang.hand("draft", soundDraft());
    assertThat(luoyang.task("sign")).isNotNull();
  }

  @Test
  void aRequestEndsWhenItIsTakenBackAndWithItsTask() {
    String draft = luoyang.task("draft").getId();
    does("gov410300", () -> requests.ask(draft, List.of("gov410300Finance"), "经费如何安排？"));
    ProcessInstance request = request();
    does("gov410300", () -> requests.takeBack(draft));
    assertThat(request).isEnded().hasPassed("requestEnded", "withdrawn");
    luoyang.hand("draft", soundDraft());
    String sign = luoyang.task("sign").getId();
    does(LEADER, () -> requests.ask(sign, List.of("gov410300Finance"), "经费如何安排？"));
    request = request();
    does(LEADER, () -> returning.returnTo(sign, "draft", "请补充理由"));
    assertThat(request).isEnded();
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("opinion-request").count()).isZero();
  }

  // ---- 协办

  @Test
  void whoIsInChargeWaitsForThoseWhoAssist() {
    String draft = luoyang.task("draft").getId();
    assertThat(optionsOf("gov410300", draft).assistants()).extracting(Choice::label)
        .contains("洛阳市财政部门")
        .anyMatch(label -> label.equals(officials.nameOf(COLLEAGUE)));
    refused("gov410300", () -> assisting.ask(draft, List.of("group:gov410300Finance"), " "), "写明");
    refused("gov410300", () -> assisting.ask(draft, List.of("group:gov410700Finance"), "核对经费"), "选择");
    refused("gov410300", () -> assisting.ask(draft, List.of("colleague:gov410700"), "核对经费"), "选择");
    does("gov410300", () -> assisting.ask(draft, List.of("colleague:" + COLLEAGUE, "group:gov410300Finance"), "核对经费，起草职能方案。"));
    refused("gov410300", () -> assisting.ask(draft, List.of("group:gov410300Finance"), "再交一次"), "正在协办");
    String colleagues = taskService().createTaskQuery().taskDefinitionKey("assist").taskAssignee(COLLEAGUE).singleResult().getId();
    refused("gov410300", () -> taskService().complete(draft, soundDraft()), "尚未办结协办事项");
    does(COLLEAGUE, () -> taskService().complete(colleagues, Map.of("decision", "done", "opinion", "职能方案已起草。")));
    assertThat(optionsOf("gov410300", draft).assisting()).containsExactly("洛阳市财政部门");
    assertThat(recallable(COLLEAGUE)).as("to assist is no step of the case").isNull();
    ProcessInstance assistance = runtimeService().createProcessInstanceQuery().processDefinitionKey("assistance").singleResult();
    does("gov410300Finance",
        () -> taskService().complete(taskOf("assist", "gov410300Finance").getId(), Map.of("decision", "unable", "opinion", "账册在审计。")));
    assertThat(assistance).isEnded().hasPassed("asked", "assist", "done");
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::decisionLabel, Opinion::words)
        .contains(tuple("已办结", "职能方案已起草。"), tuple("不能办理", "账册在审计。"));
    luoyang.hand("draft", soundDraft());
    assertThat(luoyang.task("sign")).isNotNull();
  }

  @Test
  void assistanceIsCalledOffAndEndsWithItsTask() {
    String draft = luoyang.task("draft").getId();
    does("gov410300", () -> assisting.ask(draft, List.of("group:gov410300Finance"), "核对经费"));
    refused("gov410300Finance", () -> assisting.callOff(draft), "不由您办理");
    ProcessInstance assistance = runtimeService().createProcessInstanceQuery().processDefinitionKey("assistance").singleResult();
    does("gov410300", () -> assisting.callOff(draft));
    assertThat(assistance).isEnded().hasPassed("requestEnded", "withdrawn");
    luoyang.hand("draft", soundDraft());
    String sign = luoyang.task("sign").getId();
    does(LEADER, () -> assisting.ask(sign, List.of("group:gov410300Finance"), "核对经费"));
    does(LEADER, () -> returning.returnTo(sign, "draft", "请补充理由"));
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("assistance").count()).isZero();
  }

  // ---- 备注

  @Test
  void aCommentStandsInTheHistoryAndChangesNothingElse() {
    luoyang.hand("draft", soundDraft());
    String sign = luoyang.task("sign").getId();
    refused(LEADER, () -> commenting.comment(sign, " "), "请写明备注");
    refused(LEADER, () -> commenting.comment(sign, "长".repeat(1001)), "最多1000字");
    refused("supervisors", () -> commenting.comment(sign, "路过"), "不由您办理");
    does(LEADER, () -> commenting.comment(sign, "等统计数字。"));
    assertThat(last()).extracting(Opinion::decisionLabel, Opinion::words).containsExactly("备注", "等统计数字。");
    assertThat(recallable("gov410300")).as("nobody has begun by a comment").isEqualTo("起草保留申请");
    for (int i = 2; i <= 200; i++) {
      String words = "第%d条。".formatted(i);
      does(LEADER, () -> commenting.comment(sign, words));
    }
    refused(LEADER, () -> commenting.comment(sign, "还有一条。"), "已有200条备注");
  }

  // ---- 传阅

  @Test
  void aCaseIsReadAndConfirmedByThoseWhoMayReadIt() {
    String draft = luoyang.task("draft").getId();
    assertThat(optionsOf("gov410300", draft).readers()).extracting(Choice::value)
        .contains("audit", "discipline", LEADER)
        .doesNotContain("gov410700", "gov410300");
    refused("gov410300", () -> circulating.circulate(draft, List.of("gov410700"), null), "选择");
    does("gov410300", () -> circulating.circulate(draft, List.of("audit", LEADER), "请阅"));
    ProcessInstance round = runtimeService().createProcessInstanceQuery().processDefinitionKey("case-circulation").singleResult();
    luoyang.hand("draft", soundDraft());
    assertThat(luoyang.task("sign")).as("the case does not wait").isNotNull();
    for (String reader : List.of("audit", LEADER)) {
      does(reader, () -> taskService().complete(taskOf("read", reader).getId(), Map.of("read", true, "opinion", "已阅，无意见。")));
    }
    assertThat(round).isEnded().hasPassed("sent", "read", "allRead");
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::levelName, Opinion::stepName).contains(tuple("审计部门", "阅知"));
  }

  // ---- 委托代理

  @Test
  void aSubstituteDoesTheWorkFromTheFirstDayToTheLast() {
    luoyang.hand("draft", soundDraft());
    taskService().claim(luoyang.task("sign").getId(), LEADER);
    ProcessInstance substitution = entrust(LEADER, COLLEAGUE, "2015-09-02", "2015-09-04");
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).as("not yet").doesNotContain(LEADER);
    itIs(LocalDateTime.of(2015, 9, 2, 0, 0));
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).contains(LEADER);
    assertThat(luoyang.task("sign").getAssignee()).as("back with the group").isNull();
    does(COLLEAGUE, () -> taskService().complete(luoyang.task("sign").getId(), Map.of("decision", "sign", "opinion", "同意。")));
    assertThat(last().userName()).isEqualTo("同事colleague（代同事gov410300Leader）");
    itIs(LocalDateTime.of(2015, 9, 5, 0, 0));
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).containsExactly("gov410300");
    assertThat(substitution).isEnded().hasPassed("begin", "lastDay", "end", "substitutionOver");
  }

  @Test
  void aSubstituteWhoProposedDoesNotSign() {
    does(COLLEAGUE, () -> taskService().complete(luoyang.task("draft").getId(), soundDraft()));
    entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-04");
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).contains(LEADER);
    refused(COLLEAGUE, () -> taskService().complete(luoyang.task("sign").getId(), Map.of("decision", "sign", "opinion", "同意。")), "不得再签批");
  }

  @Test
  void itIsCalledOffBeforeItBeginsAndEndedEarly() {
    ProcessInstance later = entrust(LEADER, COLLEAGUE, "2015-09-10", "2015-09-11");
    end(LEADER, later);
    assertThat(later).isEnded().hasPassed("calledOff", "substitutionCalledOff");
    ProcessInstance now = entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-11");
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).contains(LEADER);
    assertThatThrownBy(() -> end("gov410300", now)).as("not theirs").isInstanceOf(RefusedException.class);
    end(LEADER, now);
    assertThat(now).isEnded().hasPassed("endedEarly", "end");
    assertThat(groupsOf(COLLEAGUE)).containsExactly("gov410300");
  }

  @Test
  void wrongDaysOthersAndAbsentSubstitutesAreRefused() {
    assertThatThrownBy(() -> entrust(LEADER, COLLEAGUE, "2015-08-31", "2015-09-04")).hasMessageContaining("不能早于今天");
    assertThatThrownBy(() -> entrust(LEADER, COLLEAGUE, "2015-09-04", "2015-09-03")).hasMessageContaining("不能早于“开始日期”");
    assertThatThrownBy(() -> entrust(LEADER, COLLEAGUE, "2015-09-04", "2015-11-03")).hasMessageContaining("最长60天");
    assertThatThrownBy(() -> entrust(LEADER, "provincialBureau", "2015-09-04", "2015-09-05")).hasMessageContaining("选项");
    entrust("gov410300", LEADER, "2015-09-04", "2015-09-10");
    assertThatThrownBy(() -> entrust("gov410300", COLLEAGUE, "2015-09-10", "2015-09-12")).hasMessageContaining("已委托");
    assertThatThrownBy(() -> entrust(LEADER, "gov410300", "2015-09-01", "2015-09-05")).as("absent then").hasMessageContaining("已委托");
    entrust("gov410300", COLLEAGUE, "2015-09-11", "2015-09-12");
  }

  @Test
  void whoStandsInForTwoStaysUntilTheLastOfThemIsBack() {
    person("leader2", LEADER);
    try {
      ProcessInstance first = entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-04");
      ProcessInstance second = entrust("leader2", COLLEAGUE, "2015-09-01", "2015-09-08");
      runDueJobs();
      luoyang.hand("draft", soundDraft());
      taskService().claim(luoyang.task("sign").getId(), COLLEAGUE);
      end(LEADER, first);
      assertThat(groupsOf(COLLEAGUE)).as("the second is still away").contains(LEADER);
      assertThat(luoyang.task("sign").getAssignee()).as("and the substitute goes on").isEqualTo(COLLEAGUE);
      end("leader2", second);
      assertThat(groupsOf(COLLEAGUE)).containsExactly("gov410300");
      assertThat(luoyang.task("sign").getAssignee()).isNull();
    } finally {
      asApplication();
      identityService().deleteUser("leader2");
    }
  }

  @Test
  void whatOneHasAsASubstituteIsNotHandedOn() {
    person("finance", "gov410300Finance");
    try {
      entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-08");
      runDueJobs();
      entrust(COLLEAGUE, "finance", "2015-09-01", "2015-09-04");
      runDueJobs();
      assertThat(groupsOf("finance")).containsExactly("gov410300", "gov410300Finance");
    } finally {
      asApplication();
      identityService().deleteUser("finance");
    }
  }

  /** C14: who complains is known to who receives it alone. */
  @Test
  void nobodyReceivesComplaintsInTheirPlace() {
    identityService().createMembership(LEADER, "gov410300Petition");
    entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-08");
    runDueJobs();
    assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder("gov410300", LEADER);
  }

  @Test
  void nobodyStandsInForWhatTheAbsentOneMayNotDoAnyMore() {
    luoyang.hand("draft", soundDraft());
    entrust(LEADER, COLLEAGUE, "2015-09-01", "2015-09-08");
    runDueJobs();
    taskService().claim(luoyang.task("sign").getId(), COLLEAGUE);
    identityService().deleteMembership(LEADER, LEADER);
    assertThat(groupsOf(COLLEAGUE)).containsExactly("gov410300");
    assertThat(luoyang.task("sign").getAssignee()).isNull();
  }

  // ---- 签收退回

  @Test
  void whatSomebodyTookOnGoesBackToTheGroupWithTheMembership() {
    List<Runnable> ends = List.of(() -> identityService().deleteMembership(COLLEAGUE, "gov410300"),
        () -> identityService().deleteUser(COLLEAGUE));
    for (Runnable end : ends) {
      String draft = luoyang.task("draft").getId();
      taskService().claim(draft, COLLEAGUE);
      end.run();
      assertThat(luoyang.task("draft").getAssignee()).isNull();
      assertThat(last()).extracting(Opinion::stepName, Opinion::levelName, Opinion::userName, Opinion::decisionLabel)
          .containsExactly("起草保留申请", "洛阳市人民政府", "系统", "任务退回本组");
      assertThat(last().words()).contains(COLLEAGUE).contains("重新签收");
      assertThat(jdbc.sql("select subject from audit_event where kind = 'CLAIM_RETURNED' order by number desc fetch first 1 row only")
          .query(String.class)
          .single()).isEqualTo(COLLEAGUE);
      does("gov410300", () -> taskService().claim(draft, "gov410300"));
      does("gov410300", () -> taskService().setAssignee(draft, null));
      if (identityService().createUserQuery().userId(COLLEAGUE).count() > 0) {
        identityService().createMembership(COLLEAGUE, "gov410300");
      }
    }
  }

  @Test
  void whoIsStillInAGroupThatMayDoATaskKeepsIt() {
    taskService().claim(luoyang.task("draft").getId(), COLLEAGUE);
    identityService().createMembership(COLLEAGUE, "supervisors");
    identityService().deleteMembership(COLLEAGUE, "supervisors");
    assertThat(luoyang.task("draft").getAssignee()).isEqualTo(COLLEAGUE);
    assertThat(opinions.of(luoyang.caseNumber())).isEmpty();
  }

  @Test
  void aTaskThatWasTakenOnLeavesNoRightBehind() {
    String draft = luoyang.task("draft").getId();
    taskService().claim(draft, COLLEAGUE);
    identityService().deleteMembership(COLLEAGUE, "gov410300");
    as(COLLEAGUE, "audit");
    assertThat(taskService().createTaskQuery().taskId(draft).count()).isZero();
    assertThatThrownBy(() -> taskService().claim(draft, COLLEAGUE)).isInstanceOf(AuthorizationException.class);
    asApplication();
  }

  private static void person(String id, String group) {
    User user = identityService().newUser(id);
    user.setLastName("同事");
    user.setFirstName(id);
    user.setPassword(id);
    identityService().saveUser(user);
    identityService().createMembership(id, group);
  }

  private ProcessInstance entrust(String absent, String substitute, String firstDay, String lastDay) {
    return gets(absent, () -> runtimeService().startProcessInstanceByKey("substitution",
        Map.of("substitute", substitute, "firstDay", firstDay, "lastDay", lastDay, "words", "外出学习")));
  }

  private static void end(String user, ProcessInstance substitution) {
    gets(user, () -> runtimeService().startProcessInstanceByKey("substitution-end", Map.of("substitution", substitution.getId())));
  }

  private static List<String> groupsOf(String user) {
    return identityService().createGroupQuery().groupMember(user).list().stream().map(group -> group.getId()).sorted().toList();
  }

  private void answer(String group, String decision, String words) {
    does(group, () -> taskService().complete(taskOf("answer", group).getId(), Map.of("decision", decision, "opinion", words)));
  }

  private Task taskOf(String step, String group) {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(luoyang.caseNumber())
        .taskDefinitionKey(step)
        .taskCandidateGroup(group)
        .singleResult();
  }

  private static ProcessInstance request() {
    return runtimeService().createProcessInstanceQuery().processDefinitionKey("opinion-request").singleResult();
  }

  private Opinion last() {
    List<Opinion> all = opinions.of(luoyang.caseNumber());
    return all.get(all.size() - 1);
  }

  private List<String> steps() {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(luoyang.caseNumber())
        .list()
        .stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  private String recallable(String user) {
    return gets(user, () -> returning.recallable(luoyang.caseNumber(), officials.required()).map(Choice::label).orElse(null));
  }

  private HandlingOptions optionsOf(String user, String task) {
    return gets(user, () -> options.of(task).orElseThrow());
  }

  private boolean options(String user, String task) {
    return gets(user, () -> options.of(task).isPresent());
  }

  private void refused(String user, Runnable work, String message) {
    String before = state();
    assertThatThrownBy(() -> does(user, work)).isInstanceOf(RefusedException.class).hasMessageContaining(message);
    assertThat(state()).as("nothing has happened").isEqualTo(before);
  }

  /** What a refusal leaves alone. */
  private String state() {
    return opinions.of(luoyang.caseNumber()).size() + taskService().createTaskQuery()
        .processInstanceBusinessKey(luoyang.caseNumber())
        .list()
        .stream()
        .map(task -> task.getId() + task.getAssignee())
        .sorted()
        .toList()
        .toString();
  }

  private static void does(String user, Runnable work) {
    gets(user, () -> {
      work.run();
      return null;
    });
  }

  private static <T> T gets(String user, Supplier<T> work) {
    List<String> groups = groupsOf(user);
    as(user, groups.isEmpty() ? new String[]{user} : groups.toArray(String[]::new));
    try {
      return work.get();
    } finally {
      asApplication();
    }
  }
}
