package cn.gov.officecleanup.testkit;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** What tests on the engine do over and over, beside camunda-bpm-assert's own {@code BpmnAwareTests}. */
public final class EngineTests {

  private static final int MOST_ROUNDS = 100;
  private static final Set<String> STARTED_BY_THE_CLOCK = Set.of("abolition-by-disposition", "year-beginning");

  private EngineTests() {
  }

  /**
   * Everything that follows in this test is done by this person.
   *
   * @param groups groups the person acts in; none: those the engine knows for the user
   */
  public static void as(String user, String... groups) {
    identityService().clearAuthentication();
    List<String> acting = groups.length > 0 ? List.of(groups)
        : identityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    identityService().setAuthentication(user, acting);
  }

  /** Everything that follows in this test is done by the application itself, as by its timers. */
  public static void asApplication() {
    identityService().clearAuthentication();
  }

  /**
   * Lets a user start whatever can be started by hand, for tests of what is checked beyond rights; to be done as the application.
   *
   * @return what the test takes away again
   */
  public static List<Authorization> grantStarting(String user) {
    return Stream
        .of(Map.entry(Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE), Map.entry(Resources.PROCESS_INSTANCE, Permissions.CREATE))
        .map(right -> {
          Authorization grant = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
          grant.setUserId(user);
          grant.setResource(right.getKey());
          grant.setResourceId(Authorization.ANY);
          grant.addPermission(right.getValue());
          return authorizationService().saveAuthorization(grant);
        })
        .toList();
  }

  /** Completes a step of a case as the user who is alone in the group of the same name. */
  public static void complete(String caseNumber, String step, String user, Map<String, Object> values) {
    Task task = task(caseNumber, step);
    as(user, user);
    try {
      taskService().complete(task.getId(), values);
    } finally {
      asApplication();
    }
  }

  /** @return the open task of this step in this case */
  public static Task task(String caseNumber, String step) {
    Task task = taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).singleResult();
    if (task == null) {
      throw new AssertionError("no open task " + step + " in " + caseNumber + ", but "
          + taskService().createTaskQuery()
              .processInstanceBusinessKey(caseNumber)
              .list()
              .stream()
              .map(Task::getTaskDefinitionKey)
              .toList());
    }
    return task;
  }

  /** @return the steps that have been passed in the procedure which this one called, by their ids */
  public static List<String> passedIn(ProcessInstance caller, String called) {
    String instance = historyService().createHistoricProcessInstanceQuery()
        .superProcessInstanceId(caller.getId())
        .processDefinitionKey(called)
        .singleResult()
        .getId();
    return historyService().createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .finished()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  /** Stops the engine's clock, and so the application's, at a moment in Henan. */
  public static void itIs(LocalDateTime moment) {
    ClockUtil.setCurrentTime(Date.from(moment.atZone(EngineClock.ZONE).toInstant()));
  }

  /**
   * Runs, as the job executor would, what is due by the engine's clock and whatever becomes due by that, until nothing is. Procedures that
   * the clock starts by itself are left out: they would find what other tests left in the register.
   *
   * @throws org.camunda.bpm.engine.ProcessEngineException what a job failed with, where one fails
   */
  public static void runDueJobs() {
    asApplication();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Job> due = managementService().createJobQuery()
          .executable()
          .orderByJobPriority()
          .desc()
          .orderByJobDuedate()
          .asc()
          .list()
          .stream()
          .filter(EngineTests::ofACase)
          .toList();
      if (due.isEmpty()) {
        return;
      }
      // one that ran before may have removed another of this list
      due.stream()
          .filter(job -> managementService().createJobQuery().jobId(job.getId()).count() > 0)
          .forEach(job -> managementService().executeJob(job.getId()));
    }
    throw new AssertionError("jobs keep becoming due at " + Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()));
  }

  /** @return the timers of cases that are open; those that start procedures by the clock are left out */
  public static List<Job> timersOfCases() {
    return managementService().createJobQuery().timers().list().stream().filter(EngineTests::ofACase).toList();
  }

  private static boolean ofACase(Job job) {
    return job.getProcessInstanceId() != null || !STARTED_BY_THE_CLOCK.contains(Objects.toString(job.getProcessDefinitionKey()));
  }
}
