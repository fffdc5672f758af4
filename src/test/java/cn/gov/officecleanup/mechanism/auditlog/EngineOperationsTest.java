package cn.gov.officecleanup.mechanism.auditlog;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whatever is done in the engine outside of the normal way leaves a line, done or refused: who, from where, what, in which case. The normal
 * way leaves none.
 */
@EngineTest
class EngineOperationsTest {

  private static final String LUOYANG = "410300";
  private static final String ADDRESS = "10.1.2.3";
  private static final String WHO = "intruder";

  /** Something outside of the normal way. */
  private record Act(String name, Kind kind, boolean inCase, Runnable deed) {
  }

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private AuditLog log;
  @Autowired
  private Attempts attempts;
  @Autowired
  private ProcessEngineConfigurationImpl engine;
  @Autowired
  private JdbcClient jdbc;

  private Applicant luoyang;
  private String instance;
  private String task;

  @BeforeEach
  void aCase() {
    // what other tests were refused again and again is noted now, not in between
    log.find(AuditQuery.of("nobody", null), null);
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    luoyang = new Applicant(
        runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey(), LUOYANG);
    luoyang.attachDocuments(documents);
    task = luoyang.task("draft").getId();
    instance = luoyang.task("draft").getProcessInstanceId();
  }

  @AfterEach
  void over() {
    asApplication();
    RequestContextHolder.resetRequestAttributes();
    engine.setAuthorizationEnabled(true);
    identityService().deleteUser("zhang");
    identityService().deleteGroup("strangers");
    authorizationService().createAuthorizationQuery()
        .userIdIn("zhang")
        .list()
        .forEach(own -> authorizationService().deleteAuthorization(own.getId()));
  }

  @Test
  void whatIsDoneOutsideOfTheNormalWayLeavesALine() {
    User zhang = identityService().newUser("zhang");
    zhang.setPassword("zhang");
    identityService().saveUser(zhang);
    // a lock that there is something to unlock of
    identityService().checkPassword("zhang", "wrong");
    String attachment = taskService().createAttachment("text", task, instance, "便笺", "", new ByteArrayInputStream(new byte[]{1})).getId();
    String comment = taskService().createComment(task, instance, "便笺").getId();
    Job job = managementService().createJobQuery()
        .processInstanceId(instance)
        .list()
        .stream()
        .findFirst()
        .orElseGet(() -> historyService().cleanUpHistoryAsync(true));
    boolean ofCase = job.getProcessInstanceId() != null;
    String definition = runtimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult().getProcessDefinitionId();
    List<Act> acts = List.of(
        new Act("claiming a task for another", Kind.TASK_CHANGED, true, () -> taskService().setAssignee(task, "zhang")),
        new Act("delegating a task", Kind.TASK_CHANGED, true, () -> taskService().delegateTask(task, "zhang")),
        new Act("changing a task's owner", Kind.TASK_CHANGED, true, () -> taskService().setOwner(task, "li")),
        new Act("changing a task's priority", Kind.TASK_CHANGED, true, () -> taskService().setPriority(task, 7)),
        new Act("adding a candidate", Kind.TASK_CHANGED, true, () -> taskService().addCandidateUser(task, "zhang")),
        new Act("removing a candidate group", Kind.TASK_CHANGED, true, () -> taskService().deleteCandidateGroup(task, "gov" + LUOYANG)),
        new Act("writing a variable", Kind.DATA_CHANGED, true, () -> runtimeService().setVariable(instance, "written", "by hand")),
        new Act("writing a task's variable", Kind.DATA_CHANGED, true, () -> taskService().setVariable(task, "written", "again")),
        new Act("deleting a variable", Kind.DATA_CHANGED, true, () -> runtimeService().removeVariable(instance, "written")),
        new Act("deleting an attachment", Kind.ATTACHMENT_CHANGED, true, () -> taskService().deleteAttachment(attachment)),
        new Act("deleting a comment", Kind.ATTACHMENT_CHANGED, true, () -> taskService().deleteTaskComment(task, comment)),
        new Act("suspending an instance", Kind.CASE_CHANGED, true, () -> runtimeService().suspendProcessInstanceById(instance)),
        new Act("activating an instance", Kind.CASE_CHANGED, true, () -> runtimeService().activateProcessInstanceById(instance)),
        new Act("changing a job's retries", Kind.SYSTEM_CHANGED, ofCase, () -> managementService().setJobRetries(job.getId(), 5)),
        new Act("moving an instance to another step", Kind.CASE_CHANGED, true,
            () -> runtimeService().createProcessInstanceModification(instance).startBeforeActivity("draft").execute()),
        new Act("suspending a procedure", Kind.SYSTEM_CHANGED, false, () -> repositoryService().suspendProcessDefinitionById(definition)),
        new Act("activating a procedure", Kind.SYSTEM_CHANGED, false, () -> repositoryService().activateProcessDefinitionById(definition)),
        new Act("deleting an instance", Kind.CASE_DELETED, true, () -> runtimeService().deleteProcessInstance(instance, "by hand")),
        new Act("deleting an instance's history", Kind.CASE_DELETED, true, () -> historyService().deleteHistoricProcessInstance(instance)),
        new Act("deploying", Kind.DEPLOYED, false,
            () -> repositoryService().createDeployment()
                .name("by hand")
                .addModelInstance("by-hand.bpmn",
                    Bpmn.createExecutableProcess("by-hand").camundaHistoryTimeToLive(1).startEvent().endEvent().done())
                .deploy()),
        new Act("unlocking a user", Kind.UNLOCKED, false, () -> identityService().unlockUser("zhang")),
        new Act("creating a group", Kind.GROUP_CHANGED, false, () -> identityService().saveGroup(identityService().newGroup("strangers"))),
        new Act("renaming a group", Kind.GROUP_CHANGED, false, () -> rename("discipline")),
        new Act("deleting a group", Kind.GROUP_CHANGED, false, () -> identityService().deleteGroup("strangers")),
        new Act("granting a membership", Kind.GRANTED, false, () -> identityService().createMembership("zhang", "gov" + LUOYANG)),
        new Act("granting an authorization", Kind.AUTHORIZATION_CHANGED, false, () -> authorizationService().saveAuthorization(own())));

    SoftAssertions every = new SoftAssertions();
    acts.forEach(act -> check(act, every));
    asApplication();
    repositoryService().createDeploymentQuery()
        .deploymentName("by hand")
        .list()
        .stream()
        .map(Deployment::getId)
        .forEach(id -> repositoryService().deleteDeployment(id, true));
    every.assertAll();
  }

  private void check(Act act, SoftAssertions every) {
    long before = last();
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request()));
    // whether it would be allowed is not asked here
    engine.setAuthorizationEnabled(false);
    as(WHO, Groups.ADMINISTRATORS, "gov" + LUOYANG);
    boolean refused = false;
    try {
      act.deed.run();
    } catch (RuntimeException e) {
      refused = true;
      attempts.met().ifPresent(attempt -> attempts.note(attempt, act.name));
    } finally {
      engine.setAuthorizationEnabled(true);
      asApplication();
      RequestContextHolder.resetRequestAttributes();
    }
    List<AuditEvent> noted = since(before).stream().filter(event -> event.userId().equals(WHO)).toList();
    every.assertThat(noted).as(act.name).hasSize(1).allSatisfy(event -> {
      assertThat(event.userId()).isEqualTo(WHO);
      assertThat(event.source()).isEqualTo(ADDRESS);
    });
    every.assertThat(noted).as(act.name).extracting(AuditEvent::kind).containsExactly(refused ? Kind.REFUSED : act.kind);
    if (!refused) {
      every.assertThat(noted).as(act.name).extracting(AuditEvent::caseNumber).containsExactly(act.inCase ? luoyang.caseNumber() : null);
    }
  }

  @Test
  void theNormalWayLeavesNone() {
    long before = last();
    as("gov" + LUOYANG, "gov" + LUOYANG);
    taskService().claim(task, "gov" + LUOYANG);
    taskService().setAssignee(task, null);
    taskService().claim(task, "gov" + LUOYANG);
    asApplication();
    luoyang.hand("draft", soundDraft()).leader("sign", "同意").bureauAccepts();
    assertThat(since(before)).isEmpty();
  }

  @Test
  void aRefusalIsNotedThoughItsTransactionIsRolledBackAndAnEmptyFieldIsNone() {
    long before = last();
    as("gov410700", "gov410700");
    List<Throwable> refusals = new ArrayList<>();
    for (Runnable act : List.<Runnable>of(() -> taskService().complete(task, soundDraft()),
        () -> runtimeService().deleteProcessInstance(instance, "by hand"))) {
      try {
        act.run();
      } catch (RuntimeException e) {
        refusals.add(e);
      }
    }
    assertThat(refusals).hasSize(2);
    List<AuditEvent> noted = since(before);
    assertThat(noted).hasSize(2).allSatisfy(event -> {
      assertThat(event.kind()).isEqualTo(Kind.REFUSED);
      assertThat(event.userId()).isEqualTo("gov410700");
      assertThat(event.caseNumber()).isEqualTo(luoyang.caseNumber());
    });
    as("gov" + LUOYANG, "gov" + LUOYANG);
    try {
      taskService().complete(task, Map.of());
    } catch (RuntimeException e) {
      refusals.add(e);
    }
    assertThat(refusals).hasSize(3);
    assertThat(since(before)).as("what an official is to fill in is no attempt").hasSize(2);
  }

  @Test
  void whatTheApplicationDeploysIsNoted() {
    assertThat(log.find(AuditQuery.of(AuditLog.SYSTEM, Kind.DEPLOYED), null)).isNotEmpty()
        .last()
        .satisfies(event -> assertThat(event.details()).contains("processes/"));
  }

  private static Authorization own() {
    Authorization own = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    own.setUserId("zhang");
    own.setResourceType(0);
    own.setResourceId("*");
    return own;
  }

  private static void rename(String group) {
    Group found = identityService().createGroupQuery().groupId(group).singleResult();
    found.setName(found.getName());
    identityService().saveGroup(found);
  }

  private static MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(ADDRESS);
    return request;
  }

  private long last() {
    return jdbc.sql("select events from audit_head").query(Long.class).single();
  }

  private List<AuditEvent> since(long before) {
    List<AuditEvent> noted = new ArrayList<>();
    log.each(new AuditQuery(null, null, null, null, null), event -> {
      if (event.number() > before) {
        noted.add(0, event);
      }
    });
    return noted;
  }
}
