package cn.gov.officecleanup.mechanism.deadline;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole case of Luoyang's begun on Monday 2 March 2026 with a term of 10 working days: due on Monday the 16th. Its tasks have no terms of
 * their own.
 */
@EngineTest
class CaseDeadlineTest {

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDateTime LATE = LocalDateTime.of(2026, 3, 17, 0, 0);
  private static final String[] MODELS = {"deadline/deadline-case-sample.bpmn", "deadline/deadline-case-sample-part.bpmn"};

  private static String deployment;

  @Autowired
  private EscalationLedger ledger;
  @Autowired
  private CaseDeadlines deadlines;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private DeadlineFacts facts;
  @Autowired
  private TransactionTemplate transaction;

  private String caseNumber;
  private ProcessInstance instance;

  @BeforeAll
  static void deploySample(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment()
        .name("case deadline sample")
        .addClasspathResource(MODELS[0])
        .addClasspathResource(MODELS[1])
        .deploy()
        .getId();
  }

  @AfterAll
  static void removeSample(@Autowired RepositoryService repository) {
    repository.deleteDeployment(deployment, true);
  }

  @BeforeEach
  void begin() {
    itIs(BEGIN);
    caseNumber = transaction.execute(status -> cases.open("QA", "deadline-case-sample", "全案期限样例", "410300", null, null));
    instance = runtimeService().startProcessInstanceByKey("deadline-case-sample", caseNumber, Map.of("governmentCode", "410300"));
  }

  @Test
  void aCaseHasOneTimerWhateverItCalls() {
    assertThat(deadlines.dueOf(instance.getId())).hasValueSatisfying(due -> assertThat(due).isEqualTo("2026-03-16T15:59:59Z"));
    assertThat(timers()).extracting(Job::getProcessInstanceId).containsExactly(instance.getId());
  }

  @Test
  void theCaseTellsItsReadersWhenItIsDue() {
    as("wang", "gov410300");
    assertThat(facts.of(cases.find(caseNumber).orElseThrow())).extracting(CaseFacts.Fact::label, CaseFacts.Fact::value)
        .containsExactly(tuple("全案办结期限", "2026年3月16日（含当日）"));
  }

  @Test
  void theCaseTellsWhenItsDueDateRestsOnAYearNotPublished() {
    itIs(LocalDateTime.of(2026, 12, 28, 9, 0));
    String next = transaction.execute(status -> cases.open("QA", "deadline-case-sample", "全案期限样例", "410300", null, null));
    runtimeService().startProcessInstanceByKey("deadline-case-sample", next, Map.of("governmentCode", "410300"));
    assertThat(facts.of(cases.find(next).orElseThrow())).extracting(CaseFacts.Fact::value)
        .containsExactly("2027年1月11日（含当日；该年放假安排未公布，暂按周末推算，公布后自动重新计算）");
  }

  @Test
  void aLateCaseCallsTheGovernmentsLeaderAndRaisesAllItsOpenTasks() {
    itIs(LATE);
    runDueJobs();
    assertThat(ledger.of(caseNumber))
        .extracting(Escalation::kind, Escalation::taskId, Escalation::stepName, Escalation::lateGroup, Escalation::superiorGroup)
        .containsExactly(tuple(Kind.MISS, null, "全案期限样例（全案）", "gov410300", "gov410300Leader"));
    assertThat(priorities()).isEqualTo(Map.of("one", 75, "two", 75, "supervise", 75));

    itIs(LATE.plusWeeks(1));
    runDueJobs();
    assertThat(priorities()).isEqualTo(Map.of("one", 100, "two", 100, "supervise", 100));
  }

  @Test
  void aCaseThatEndsClosesTheLedgerAndEndsTheSupervision() {
    itIs(LATE);
    runDueJobs();
    as("wang", "gov410300");
    taskService().complete(task("one"));
    taskService().complete(task("two"));
    asApplication();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::closedBy).containsExactly(ClosingReason.DONE);
    assertThat(deadlines.dueOf(instance.getId())).isEmpty();
    nothingIsLeft();
  }

  @Test
  void aTaskThatIsDoneLeavesNoTimerInACaseThatGoesOn() {
    Task one = taskService().createTaskQuery().taskId(task("one")).singleResult();
    one.setDueDate(Date.from(LATE.atZone(EngineClock.ZONE).toInstant()));
    taskService().saveTask(one);
    assertThat(timers()).hasSize(2);
    as("wang", "gov410300");
    taskService().complete(one.getId());
    asApplication();
    assertThat(timers()).hasSize(1);
  }

  @Test
  void aDeletedCaseLeavesNothing() {
    itIs(LATE);
    runDueJobs();
    runtimeService().deleteProcessInstance(instance.getId(), "入错", true);
    assertThat(ledger.of(caseNumber)).extracting(Escalation::closedBy).containsExactly(ClosingReason.CANCELLED);
    nothingIsLeft();
  }

  @Test
  void aMigratedCaseKeepsItsTimer() {
    String other = repositoryService().createDeployment()
        .name("case deadline sample, next version")
        .addClasspathResource(MODELS[0])
        .deploy()
        .getId();
    String target = repositoryService().createProcessDefinitionQuery().deploymentId(other).singleResult().getId();
    try {
      runtimeService()
          .newMigration(runtimeService().createMigrationPlan(instance.getProcessDefinitionId(), target).mapEqualActivities().build())
          .processInstanceIds(instance.getId())
          .execute();
      assertThat(timers()).extracting(Job::getProcessInstanceId).containsExactly(instance.getId());
      itIs(LATE);
      runDueJobs();
      assertThat(ledger.of(caseNumber)).hasSize(1);
    } finally {
      repositoryService().deleteDeployment(other, true);
    }
    nothingIsLeft();
  }

  private Map<String, Integer> priorities() {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .collect(Collectors.toMap(Task::getTaskDefinitionKey, Task::getPriority));
  }

  private String task(String key) {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(key).singleResult().getId();
  }

  private static List<Job> timers() {
    return timersOfCases();
  }

  private void nothingIsLeft() {
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count()).isZero();
    assertThat(timers()).isEmpty();
  }
}
