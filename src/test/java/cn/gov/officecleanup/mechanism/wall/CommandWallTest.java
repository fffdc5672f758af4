package cn.gov.officecleanup.mechanism.wall;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.processEngine;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * 三员分立 in the engine: what is the application's alone nobody does through any interface, and administrators neither act in a case nor see
 * what is in it.
 */
@EngineTest
class CommandWallTest {

  private static final String OFFICIAL = "gov410500";
  /** what changes something and is on the list; of these, grants and starts in the middle are refused in words of their own */
  private static final Set<String> WRITES = Set.of("StartProcessInstanceCmd", "SubmitStartFormCmd", "StartProcessInstanceAtActivitiesCmd",
      "CreateUserCmd", "SaveUserCmd", "DeleteUserCmd", "UnlockUserCmd", "SetJobRetriesCmd", "SuspendJobCmd", "ActivateJobCmd",
      "CreateMembershipCmd", "DeleteMembershipCmd", "SaveAuthorizationCmd", "DeleteAuthorizationCmd");

  @Autowired
  private IdentitySetup setup;
  @Autowired
  private FilterService filters;
  @Autowired
  private DecisionService decisions;
  @Autowired
  private ExternalTaskService externalTasks;

  private String instance;
  private String task;
  private String definition;
  private String deployment;
  private String job;
  private Filter filter;

  @BeforeEach
  void aCase() {
    as(OFFICIAL, OFFICIAL);
    instance = runtimeService()
        .startProcessInstanceByKey("office-establishment",
            Map.of("governmentCode", "410500", "officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市"))
        .getId();
    asApplication();
    task = taskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
    definition = taskService().createTaskQuery().taskId(task).singleResult().getProcessDefinitionId();
    deployment = repositoryService().createDeploymentQuery().list().get(0).getId();
    job = managementService().createJobQuery().processInstanceId(instance).list().get(0).getId();
    filter = filters.createTaskFilterQuery().filterName("督办").singleResult();
  }

  @Test
  void theListHoldsReadsAndAFewWritesAlone() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false) {
      @Override
      protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return definition.getMetadata().isConcrete();
      }
    };
    scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
    Set<String> changing = new TreeSet<>();
    scanner.findCandidateComponents("org.camunda.bpm.engine.impl").forEach(found -> {
      String name = found.getBeanClassName().substring(found.getBeanClassName().lastIndexOf('.') + 1);
      if (OfficialsCommands.allows(type(found.getBeanClassName())) && !AbstractQuery.class.isAssignableFrom(type(found.getBeanClassName()))
          && !name.matches("(Get|Is|Find|ExecuteFilter)\\w+|Create\\w+QueryCmd|MetricsQueryImpl|AuthorizationCheckCmd|CheckPassword")) {
        changing.add(name);
      }
    });
    assertThat(changing).isEqualTo(new TreeSet<>(WRITES));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OFFICIAL, "gov410500Leader", "provincialBureau", "supervisors", Groups.ADMINISTRATORS,
      Groups.SECURITY_ADMINISTRATORS, Groups.AUDIT_ADMINISTRATORS})
  void whatIsTheApplicationsAloneNobodyDoes(String group) {
    // even with every right that the engine knows
    List<String> held = grantAll(group);
    long cases = runtimeService().createProcessInstanceQuery().count();
    long deployments = repositoryService().createDeploymentQuery().count();
    long groups = identityService().createGroupQuery().count();
    try {
      as("someone", group);
      Map<String, ThrowingCallable> attempts = attempts();
      attempts.forEach((name, attempt) -> assertThatThrownBy(attempt).as(name)
          .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(AuthorizationException.class),
              e -> assertThat(e).isInstanceOf(RefusedException.class))
          .hasMessageMatching("(?s).*\\p{IsHan}{4}.*"));
    } finally {
      asApplication();
      held.forEach(authorizationService()::deleteAuthorization);
    }
    assertThat(runtimeService().createProcessInstanceQuery().count()).isEqualTo(cases);
    assertThat(repositoryService().createDeploymentQuery().count()).isEqualTo(deployments);
    assertThat(identityService().createGroupQuery().count()).isEqualTo(groups);
    assertThat(runtimeService().getVariable(instance, "approveDecision")).isNull();
    assertThat(taskService().createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    assertThat(taskService().getTaskComments(task)).isEmpty();
    assertThat(taskService().getTaskAttachments(task)).isEmpty();
  }

  private Map<String, ThrowingCallable> attempts() {
    Map<String, ThrowingCallable> attempts = new LinkedHashMap<>();
    attempts.put("deploy", () -> repositoryService().createDeployment().addString("x.bpmn", "<x/>").deploy());
    attempts.put("delete a deployment", () -> repositoryService().deleteDeployment(deployment));
    attempts.put("suspend a definition", () -> repositoryService().suspendProcessDefinitionById(definition));
    attempts.put("delete a definition", () -> repositoryService().deleteProcessDefinition(definition));
    attempts.put("shorten the history", () -> repositoryService().updateProcessDefinitionHistoryTimeToLive(definition, 0));
    attempts.put("add a starter", () -> repositoryService().addCandidateStarterUser(definition, "someone"));
    attempts.put("start in the middle",
        () -> runtimeService().createProcessInstanceById(definition).startBeforeActivity("establish").execute());
    attempts.put("delete an instance", () -> runtimeService().deleteProcessInstance(instance, "gone"));
    attempts.put("delete instances", () -> runtimeService().deleteProcessInstancesAsync(List.of(instance), "gone"));
    attempts.put("suspend an instance", () -> runtimeService().suspendProcessInstanceById(instance));
    attempts.put("modify", () -> runtimeService().createProcessInstanceModification(instance).startBeforeActivity("establish").execute());
    attempts.put("modify many",
        () -> runtimeService().createModification(definition).processInstanceIds(instance).startBeforeActivity("establish").executeAsync());
    attempts.put("restart",
        () -> runtimeService().restartProcessInstances(definition).processInstanceIds(instance).startBeforeActivity("establish").execute());
    attempts.put("plan a migration", () -> runtimeService().createMigrationPlan(definition, definition).mapEqualActivities().build());
    attempts.put("variables", () -> runtimeService().setVariable(instance, "approveDecision", "approve"));
    attempts.put("remove variables", () -> runtimeService().removeVariable(instance, "governmentCode"));
    attempts.put("a message",
        () -> runtimeService().createMessageCorrelation("application-withdrawn").processInstanceId(instance).correlateAll());
    attempts.put("a signal", () -> runtimeService().createSignalEvent("x").send());
    attempts.put("signal an execution", () -> runtimeService().signal(instance));
    attempts.put("conditions", () -> runtimeService().createConditionEvaluation().setVariable("x", 1).evaluateStartConditions());
    attempts.put("an incident", () -> runtimeService().createIncident("x", instance, "x"));
    attempts.put("a standalone task", () -> taskService().saveTask(taskService().newTask()));
    attempts.put("variables of a task", () -> taskService().setVariable(task, "approveDecision", "approve"));
    attempts.put("assign", () -> taskService().setAssignee(task, "someone"));
    attempts.put("claim for another", () -> taskService().claim(task, "another"));
    attempts.put("delegate", () -> taskService().delegateTask(task, "someone"));
    attempts.put("owner", () -> taskService().setOwner(task, "someone"));
    attempts.put("candidate", () -> taskService().addCandidateGroup(task, "supervisors"));
    attempts.put("remove a candidate", () -> taskService().deleteCandidateGroup(task, OFFICIAL));
    attempts.put("due date", () -> taskService().setDueDate(task, new Date()));
    attempts.put("delete a task", () -> taskService().deleteTask(task));
    attempts.put("an error", () -> taskService().handleBpmnError(task, "x"));
    attempts.put("a comment", () -> taskService().createComment(task, instance, "x"));
    attempts.put("an attachment",
        () -> taskService().createAttachment("x", task, instance, "x", "x", new ByteArrayInputStream(new byte[1])));
    attempts.put("an external task", () -> externalTasks.fetchAndLock(1, "someone").topic("x", 1).execute());
    attempts.put("a decision", () -> decisions.evaluateDecisionTableByKey("office-disposition", Map.of()));
    attempts.put("a filter", () -> filters.newTaskFilter("x"));
    attempts.put("another filter", () -> filters.saveFilter(filter));
    attempts.put("delete a filter", () -> filters.deleteFilter(filter.getId()));
    attempts.put("a group", () -> identityService().newGroup("x"));
    attempts.put("rename a group", () -> identityService().saveGroup(new GroupEntity("discipline")));
    attempts.put("delete a group", () -> identityService().deleteGroup("discipline"));
    attempts.put("a tenant", () -> identityService().newTenant("x"));
    attempts.put("an authorization", () -> {
      Authorization own = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      own.setUserId("someone");
      own.setResource(Resources.TASK);
      own.setResourceId("*");
      authorizationService().saveAuthorization(own);
    });
    attempts.put("run a job", () -> managementService().executeJob(job));
    attempts.put("delete a job", () -> managementService().deleteJob(job));
    attempts.put("when a job is due", () -> managementService().setJobDuedate(job, new Date()));
    attempts.put("a job is due again", () -> managementService().recalculateJobDuedate(job, true));
    attempts.put("no more tries", () -> managementService().setJobRetries(job, 0));
    attempts.put("tries at another time", () -> managementService().setJobRetries(1).jobId(job).dueDate(new Date()).execute());
    attempts.put("batch of tries", () -> managementService().setJobRetriesAsync(List.of(job), 1));
    attempts.put("priority", () -> managementService().setJobPriority(job, 1));
    attempts.put("metrics", () -> managementService().deleteMetrics(new Date()));
    attempts.put("properties", () -> managementService().setProperty("x", "x"));
    attempts.put("tables", () -> managementService().createTablePageQuery().tableName("ACT_ID_USER").listPage(0, 1));
    attempts.put("history of an instance", () -> historyService().deleteHistoricProcessInstance(instance));
    attempts.put("history of variables", () -> historyService().deleteHistoricVariableInstancesByProcessInstanceId(instance));
    attempts.put("history", () -> historyService().cleanUpHistoryAsync(true));
    attempts.put("operation log", () -> historyService().deleteUserOperationLogEntry("x"));
    return attempts;
  }

  @Test
  void anAdministratorRunsTheSystem() {
    failTheJob();
    as("admin", Groups.ADMINISTRATORS);
    assertThat(managementService().createJobQuery().withException().list()).extracting(Job::getId).contains(job);
    assertThat(managementService().getJobExceptionStacktrace(job)).contains("the reason");
    assertThat(runtimeService().createIncidentQuery().processInstanceId(instance).count()).isOne();
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceId(instance).count()).isOne();
    assertThat(runtimeService().getActivityInstance(instance)).isNotNull();
    assertThat(repositoryService().getProcessModel(definition)).isNotNull();
    assertThat(managementService().createMetricsQuery().sum()).isNotNegative();
    managementService().setJobRetries(job, 1);
    User user = identityService().newUser("zhangsan");
    user.setPassword("Zhang-san-410500");
    identityService().saveUser(user);
    identityService().unlockUser("zhangsan");
    identityService().deleteUser("zhangsan");
    asApplication();
    assertThat(managementService().createJobQuery().jobId(job).singleResult().getRetries()).isOne();
  }

  private void failTheJob() {
    ((ProcessEngineConfigurationImpl) processEngine().getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
      var entity = context.getJobManager().findJobById(job);
      entity.setExceptionMessage("the reason");
      entity.setExceptionStacktrace("the reason");
      entity.setRetries(0);
      return null;
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS, Groups.AUDIT_ADMINISTRATORS})
  void administratorsNeitherActInACaseNorSeeWhatIsInIt(String group) {
    as("admin", group);
    assertThat(taskService().createTaskQuery().count()).isZero();
    assertThat(runtimeService().createVariableInstanceQuery().count()).isZero();
    assertThat(runtimeService().createVariableInstanceQuery().variableName("governmentCode").list()).isEmpty();
    assertThat(historyService().createHistoricProcessInstanceQuery().count()).isZero();
    assertThat(historyService().createHistoricVariableInstanceQuery().count()).isZero();
    assertThat(historyService().createHistoricDetailQuery().count()).isZero();
    assertThat(historyService().createUserOperationLogQuery().count()).isZero();
    Map<String, ThrowingCallable> attempts = new LinkedHashMap<>();
    attempts.put("variables", () -> runtimeService().getVariables(instance));
    attempts.put("a variable", () -> runtimeService().getVariableTyped(instance, "governmentCode"));
    attempts.put("cases by what they hold",
        () -> runtimeService().createProcessInstanceQuery().variableValueEquals("governmentCode", "410500").count());
    attempts.put("cases by what they hold, nested",
        () -> runtimeService().createProcessInstanceQuery().or().variableValueEquals("governmentCode", "410500").endOr().list());
    attempts.put("executions by what they hold",
        () -> runtimeService().createExecutionQuery().processVariableValueEquals("governmentCode", "410500").count());
    attempts.put("comments", () -> taskService().getProcessInstanceComments(instance));
    attempts.put("claim", () -> taskService().claim(task, "admin"));
    attempts.put("complete", () -> taskService().complete(task));
    attempts.put("submit", () -> formService().submitTaskForm(task, Map.of()));
    attempts.put("start", () -> runtimeService().startProcessInstanceByKey("calendar-loading", Map.of("year", "2027")));
    attempts.forEach((name, attempt) -> assertThatThrownBy(attempt).as(name).isInstanceOf(AuthorizationException.class));
  }

  @Test
  void whatAnOlderVersionGrantedIsTakenAwayAtStart() {
    grantAll(Groups.ADMINISTRATORS);
    grantAll("supervisors");
    setup.afterSingletonsInstantiated();
    for (String group : List.of(Groups.ADMINISTRATORS, "supervisors")) {
      assertThat(authorizationService().createAuthorizationQuery().groupIdIn(group).list()).as(group)
          .noneMatch(held -> ((AuthorizationEntity) held).getPermissions() == Permissions.ALL.getValue());
    }
    assertThat(authorizationService().isUserAuthorized("x", List.of(Groups.ADMINISTRATORS), Permissions.UPDATE, Resources.USER, "any"))
        .isTrue();
    assertThat(authorizationService().isUserAuthorized("x", List.of(Groups.ADMINISTRATORS), Permissions.READ, Resources.TASK, task))
        .isFalse();
    assertThat(authorizationService().isUserAuthorized("x", List.of(OFFICIAL), Permissions.READ, Resources.TASK, task)).isTrue();
    setup.afterSingletonsInstantiated();
    as(OFFICIAL, OFFICIAL);
    assertThatCode(() -> taskService().claim(task, OFFICIAL)).doesNotThrowAnyException();
  }

  private static List<String> grantAll(String group) {
    return Arrays.stream(Resources.values())
        .filter(resource -> authorizationService().createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId("*")
            .count() == 0)
        .map(resource -> {
          Authorization grant = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
          grant.setGroupId(group);
          grant.setResource(resource);
          grant.setResourceId(Authorization.ANY);
          grant.addPermission(Permissions.ALL);
          return authorizationService().saveAuthorization(grant).getId();
        })
        .toList();
  }
}
