package cn.gov.officecleanup.mechanism.deadline;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** A task of Luoyang's officials begun on Monday 2 March 2026 with a term of 5 working days: due on Monday the 9th. */
@EngineTest
class DeadlineWatchTest {

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDateTime DUE = LocalDateTime.of(2026, 3, 9, 23, 59, 59);
  private static final LocalDateTime LATE = LocalDateTime.of(2026, 3, 10, 0, 0);

  private static String deployment;

  @Autowired
  private EscalationLedger ledger;
  @Autowired
  private Terms terms;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private Opinions opinions;
  @Autowired
  private List<FormContent> contents;
  @Autowired
  private DeadlineFacts facts;

  private String caseNumber;
  private ProcessInstance instance;

  @BeforeAll
  static void deploySample(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment()
        .name("deadline sample")
        .addClasspathResource("deadline/deadline-sample.bpmn")
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
    caseNumber = transaction.execute(status -> cases.open("QX", "deadline-sample", "期限样例", "410300", null, null));
    instance = runtimeService().startProcessInstanceByKey("deadline-sample", caseNumber);
  }

  @Test
  void theDueDateIsTheLastSecondOfTheLastDay() {
    assertThat(handle().getDueDate()).isEqualTo("2026-03-09T15:59:59Z");
    assertThat(timers()).hasSize(1);
  }

  @Test
  void remindersAreNotedAsTheirDaysBeginAndRaiseNothing() {
    LocalDate lastDay = LocalDate.of(2026, 3, 20);
    taskService().setDueDate(handle().getId(), new Deadline(lastDay, false).due());
    for (int days : new int[]{7, 1}) {
      itIs(lastDay.minusDays(days).atStartOfDay().minusSeconds(1));
      runDueJobs();
      int before = ledger.of(caseNumber).size();
      itIs(lastDay.minusDays(days).atStartOfDay());
      runDueJobs();
      assertThat(ledger.of(caseNumber)).as("%d days ahead", days).hasSize(before + 1);
    }

    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::round, Escalation::lateGroup, Escalation::supervisionId)
        .containsExactly(tuple(Kind.REMINDER, 1, "gov410300", null), tuple(Kind.REMINDER, 2, "gov410300", null));
    assertThat(handle().getPriority()).isEqualTo(50);
    assertThat(supervisions()).isEmpty();
  }

  @Test
  void nothingIsMissedUntilTheDayIsOver() {
    itIs(DUE.plusNanos(999_000_000));
    runDueJobs();
    assertThat(misses()).isEmpty();
  }

  @Test
  void aMissCallsTheSuperiorAndRaisesThePriority() {
    itIs(LATE);
    runDueJobs();

    assertThat(misses()).singleElement().satisfies(miss -> {
      assertThat(miss.round()).isEqualTo(1);
      assertThat(miss.taskId()).isEqualTo(handle().getId());
      assertThat(miss.step()).isEqualTo("handle");
      assertThat(miss.stepName()).isEqualTo("承办");
      assertThat(miss.lateGroup()).isEqualTo("gov410300");
      assertThat(miss.superiorGroup()).isEqualTo("gov410300Leader");
      assertThat(miss.dueAt().toInstant()).isEqualTo("2026-03-09T15:59:59Z");
      assertThat(miss.notedAt().toInstant()).isEqualTo("2026-03-09T16:00:00Z");
      assertThat(miss.closedAt()).isNull();
    });
    assertThat(handle().getPriority()).isEqualTo(75);
    Task supervision = supervision();
    assertThat(candidates(supervision)).containsExactly("gov410300Leader");
    assertThat(supervision.getDueDate()).isEqualTo(terms.endOf(LocalDate.of(2026, 3, 13)));
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count()).isEqualTo(2);
    assertThat(ledger.lateWorkByGroup()).containsEntry("gov410300", 1L);
  }

  @Test
  void itIsRepeatedWeeklyWithinTheOneSupervisionAndCallsTheSupervisors() {
    itIs(LATE);
    runDueJobs();
    String first = supervision().getId();
    for (int week = 1; week <= 2; week++) {
      itIs(LATE.plusWeeks(week));
      runDueJobs();
    }
    assertThat(misses()).filteredOn(miss -> miss.step().equals("handle")).extracting(Escalation::round).containsExactly(1, 2, 3);
    assertThat(handle().getPriority()).isEqualTo(100);
    assertThat(supervision().getId()).isEqualTo(first);
    assertThat(supervision().getPriority()).isEqualTo(100);
    assertThat(candidates(supervision())).containsExactly("gov410300Leader", "supervisors");
    assertThat(ledger.lateWorkByGroup()).containsEntry("gov410300", 1L);
  }

  @Test
  void aSupervisionThatIsDoneIsFollowedByAnotherWhileTheWorkIsNot() {
    itIs(LATE);
    runDueJobs();
    String first = supervision().getId();
    as("zhang", "gov410300Leader");
    taskService().complete(first, Map.of("decision", "urged", "opinion", "已要求本周内办结"));
    asApplication();
    assertThat(opinions.of(caseNumber)).singleElement().satisfies(opinion -> assertThat(opinion.decisionLabel()).isEqualTo("已督促承办单位限期办结"));

    itIs(LATE.plusWeeks(1));
    runDueJobs();
    assertThat(supervision().getId()).isNotEqualTo(first);
    assertThat(candidates(supervision())).containsExactly("gov410300Leader", "supervisors");
  }

  @Test
  void theSupervisionTellsWhatIsLateAndAsksForAMeasure() {
    itIs(LATE.plusDays(2));
    runDueJobs();
    Task supervision = supervision();
    as("zhang", "gov410300Leader");
    var formTask = new FormTask(supervision.getId(), "supervise", supervision.getName(), "supervision", caseNumber,
        supervision.getExecutionId());
    assertThat(supervisionForm().values(formTask)).containsEntry("matter", """
      逾期事项：承办
      承办单位：洛阳市人民政府
      办理期限：2026年3月9日（含当日），至今已逾期3天
      督办次数：第1次""");
    Map<String, Object> nothing = Map.of();
    String taskId = supervision.getId();
    assertThatThrownBy(() -> taskService().complete(taskId, nothing)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("督办措施")
        .hasMessageContaining("督办情况");
  }

  @Test
  void doneWorkClosesTheLedgerAndEndsTheSupervision() {
    itIs(LATE);
    runDueJobs();
    String supervision = supervision().getProcessInstanceId();
    itIs(LATE.plusDays(1));
    as("wang", "gov410300");
    taskService().complete(handle().getId());
    asApplication();

    assertThat(ledger.of(caseNumber)).extracting(Escalation::closedBy).containsOnly(ClosingReason.DONE);
    assertThat(historyService().createHistoricActivityInstanceQuery().processInstanceId(supervision).activityId("lifted").finished().list())
        .hasSize(1);
    nothingIsLeft();
    assertThat(ledger.lateWorkByGroup()).doesNotContainKey("gov410300");
  }

  @Test
  void deletedWorkClosesTheLedgerAndEndsTheSupervision() {
    itIs(LATE);
    runDueJobs();
    runtimeService().deleteProcessInstance(instance.getId(), "入错", true);

    assertThat(ledger.of(caseNumber)).extracting(Escalation::closedBy).containsOnly(ClosingReason.CANCELLED);
    nothingIsLeft();
  }

  @Test
  void workDoneInTimeLeavesNothing() {
    as("wang", "gov410300");
    taskService().complete(handle().getId());
    asApplication();
    assertThat(ledger.of(caseNumber)).isEmpty();
    nothingIsLeft();
  }

  @Test
  void aLateSupervisionCallsTheSupervisorsAndStartsNoOther() {
    itIs(LATE);
    runDueJobs();
    itIs(LocalDateTime.of(2026, 3, 14, 0, 0));
    runDueJobs();

    assertThat(supervisions()).hasSize(1);
    assertThat(candidates(supervision())).containsExactly("gov410300Leader", "supervisors");
    assertThat(misses()).last().satisfies(miss -> {
      assertThat(miss.step()).isEqualTo("supervise");
      assertThat(miss.lateGroup()).isEqualTo("gov410300Leader");
      assertThat(miss.superiorGroup()).isEqualTo("supervisors");
      assertThat(miss.supervisionId()).isNull();
    });
    as("wang", "gov410300");
    taskService().complete(handle().getId());
    asApplication();
    assertThat(ledger.of(caseNumber)).noneMatch(entry -> entry.closedAt() == null);
    nothingIsLeft();
  }

  @Test
  void whatWasMissedWhileTheApplicationWasDownHappensOnce() {
    LocalDateTime backAgain = LATE.plusDays(30).plusHours(8);
    itIs(backAgain);
    runDueJobs();
    runDueJobs();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::round).containsExactly(tuple(Kind.MISS, 1));

    itIs(backAgain.plusDays(7).minusSeconds(1));
    runDueJobs();
    assertThat(misses()).filteredOn(miss -> miss.step().equals("handle")).hasSize(1);
    itIs(backAgain.plusDays(7));
    runDueJobs();
    assertThat(misses()).filteredOn(miss -> miss.step().equals("handle")).hasSize(2);
  }

  @Test
  void theTimerFollowsADueDateThatIsChanged() {
    Task task = handle();
    task.setDueDate(terms.endOf(LocalDate.of(2026, 3, 31)));
    taskService().saveTask(task);
    itIs(LATE);
    runDueJobs();
    assertThat(ledger.of(caseNumber)).isEmpty();

    taskService().setDueDate(task.getId(), terms.endOf(LocalDate.of(2026, 3, 12)));
    assertThat(timers()).singleElement().satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo("2026-03-10T16:00:00Z"));
    itIs(LocalDateTime.of(2026, 3, 13, 0, 0));
    runDueJobs();
    assertThat(misses()).hasSize(1);
  }

  @Test
  void aTermExtendedAfterTheMissSettlesIt() {
    itIs(LATE);
    runDueJobs();
    taskService().setDueDate(handle().getId(), terms.endOf(LocalDate.of(2026, 3, 31)));
    assertThat(ledger.of(caseNumber)).extracting(Escalation::closedBy).containsOnly(ClosingReason.EXTENDED);
    assertThat(supervisions()).isEmpty();

    itIs(LocalDateTime.of(2026, 4, 1, 0, 0));
    runDueJobs();
    assertThat(misses()).extracting(Escalation::round).containsExactly(1, 2);
    assertThat(supervisions()).hasSize(1);
  }

  @Test
  void withoutADueDateThereIsNoTimer() {
    taskService().setDueDate(handle().getId(), null);
    assertThat(timers()).isEmpty();
    taskService().setDueDate(handle().getId(), terms.endOf(LocalDate.of(2026, 3, 12)));
    assertThat(timers()).hasSize(1);
  }

  @Test
  void otherChangesOfATaskLeaveTheTimerAlone() {
    String timer = timers().get(0).getId();
    taskService().setPriority(handle().getId(), 80);
    taskService().claim(handle().getId(), "wang");
    assertThat(timers()).singleElement().satisfies(job -> {
      assertThat(job.getId()).isEqualTo(timer);
      assertThat(job.getDuedate()).isEqualTo("2026-03-07T16:00:00Z");
    });
  }

  @Test
  void aSuspendedCaseIsNotUrged() {
    runtimeService().suspendProcessInstanceById(instance.getId());
    itIs(LATE);
    runDueJobs();
    assertThat(ledger.of(caseNumber)).isEmpty();
    runtimeService().activateProcessInstanceById(instance.getId());
    runDueJobs();
    assertThat(misses()).hasSize(1);
  }

  @Test
  void aTimerRunEarlyByHandChangesNothing() {
    managementService().executeJob(timers().get(0).getId());
    assertThat(ledger.of(caseNumber)).isEmpty();
    assertThat(timers()).singleElement().satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo("2026-03-07T16:00:00Z"));
  }

  @Test
  void aTimerDeletedByHandIsSetAnew() {
    managementService().deleteJob(timers().get(0).getId());
    assertThat(timers()).singleElement().satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo("2026-03-07T16:00:00Z"));
  }

  @Test
  void aMigratedCaseKeepsItsTimer() {
    String other = repositoryService().createDeployment()
        .name("deadline sample, next version")
        .addClasspathResource("deadline/deadline-sample.bpmn")
        .deploy()
        .getId();
    String target = repositoryService().createProcessDefinitionQuery().deploymentId(other).singleResult().getId();
    try {
      runtimeService()
          .newMigration(runtimeService().createMigrationPlan(instance.getProcessDefinitionId(), target).mapEqualActivities().build())
          .processInstanceIds(instance.getId())
          .execute();
      assertThat(timers()).singleElement().satisfies(timer -> {
        assertThat(timer.getDuedate()).isEqualTo("2026-03-07T16:00:00Z");
        assertThat(timer.getProcessInstanceId()).isEqualTo(instance.getId());
      });
      itIs(LATE);
      runDueJobs();
      assertThat(misses()).hasSize(1);
    } finally {
      repositoryService().deleteDeployment(other, true);
    }
    nothingIsLeft();
  }

  @Test
  void whatFailsLeavesNoHalf() {
    repositoryService().suspendProcessDefinitionByKey("supervision");
    itIs(LATE);
    try {
      assertThatThrownBy(() -> managementService().executeJob(timers().get(0).getId())).hasMessageContaining("suspended");
    } finally {
      repositoryService().activateProcessDefinitionByKey("supervision");
    }
    assertThat(ledger.of(caseNumber)).isEmpty();
    assertThat(handle().getPriority()).isEqualTo(50);
    assertThat(timers()).hasSize(1);

    runDueJobs();
    assertThat(misses()).extracting(Escalation::round).containsExactly(1);
    assertThat(handle().getPriority()).isEqualTo(75);
  }

  @Test
  void twoExecutorsWithTheSameTimerEscalateOnce() throws Exception {
    itIs(LATE);
    String timer = timers().get(0).getId();
    var together = new CyclicBarrier(2);
    ManagementService management = managementService();
    Callable<Boolean> executor = () -> {
      together.await();
      try {
        management.executeJob(timer);
        return true;
      } catch (ProcessEngineException | DuplicateKeyException e) {
        return false; // the other was faster, while this one was at work or before it began
      }
    };
    ExecutorService executors = Executors.newFixedThreadPool(2);
    try {
      List<Future<Boolean>> runs = executors.invokeAll(List.of(executor, executor));
      assertThat(List.of(runs.get(0).get(), runs.get(1).get())).containsExactlyInAnyOrder(true, false);
    } finally {
      executors.shutdown();
    }
    assertThat(misses()).hasSize(1);
    assertThat(supervisions()).hasSize(1);
    assertThat(timers()).hasSize(1);
  }

  /** Whichever comes first, the official is not turned away and nothing is urged that is done. */
  @RepeatedTest(20)
  void workCompletedAsItsTimerFiresIsDoneAndNotUrged() throws Exception {
    itIs(LATE);
    String timer = timers().get(0).getId();
    String task = handle().getId();
    // of this thread's engine; in others the assertions would take the one that was built first
    ManagementService management = managementService();
    TaskService work = taskService();
    IdentityService identity = identityService();
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> firing = threads.submit(() -> {
        together.await();
        try {
          management.executeJob(timer);
        } catch (ProcessEngineException e) {
          // the job executor would find the timer changed, or gone, and leave it
          assertThat(e).satisfiesAnyOf(failure -> assertThat(failure).isInstanceOf(OptimisticLockingException.class),
              failure -> assertThat(failure).isInstanceOf(NullValueException.class),
              failure -> assertThat(failure).hasMessageContaining("No job found"));
        }
        return null;
      });
      Future<?> completing = threads.submit(() -> {
        together.await();
        identity.setAuthentication("gov410300", List.of("gov410300"));
        try {
          work.complete(task);
        } finally {
          identity.clearAuthentication();
        }
        return null;
      });
      completing.get();
      firing.get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count()).as("done").isZero();
    runDueJobs();
    nothingIsLeft();
  }

  @Test
  void aRoundCannotBeNotedTwice() {
    itIs(LATE);
    runDueJobs();
    Escalation miss = misses().get(0);
    UnfinishedWork work = new UnfinishedWork(DeadlineSubject.parse(miss.subject()), caseNumber, instance.getId(), "handle", "承办",
        "gov410300", null, Date.from(Instant.EPOCH), false);
    assertThatThrownBy(() -> ledger.note(Kind.MISS, 1, work, "gov410300Leader", null)).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void theCaseTellsItsReadersWhatIsLate() {
    itIs(LATE);
    runDueJobs();
    assertThat(facts.of(cases.find(caseNumber).orElseThrow())).extracting(CaseFacts.Fact::label, CaseFacts.Fact::value)
        .containsExactly(tuple("承办（已逾期）", "洛阳市人民政府应于2026年3月9日前（含当日）办结，第1次督办"));
    as("wang", "gov410300");
    taskService().complete(handle().getId());
    assertThat(facts.of(cases.find(caseNumber).orElseThrow())).isEmpty();
  }

  private Task handle() {
    return taskService().createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey("handle").singleResult();
  }

  private List<Job> timers() {
    return managementService().createJobQuery().processInstanceId(instance.getId()).list();
  }

  private List<Escalation> misses() {
    return ledger.of(caseNumber).stream().filter(entry -> entry.kind() == Kind.MISS).toList();
  }

  private List<Task> supervisions() {
    return taskService().createTaskQuery().taskDefinitionKey("supervise").processInstanceBusinessKey(caseNumber).list();
  }

  private Task supervision() {
    return taskService().createTaskQuery().taskDefinitionKey("supervise").processInstanceBusinessKey(caseNumber).singleResult();
  }

  private static List<String> candidates(Task task) {
    return taskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).sorted().toList();
  }

  private void nothingIsLeft() {
    assertThat(supervisions()).isEmpty();
    assertThat(timersOfCases()).as("timers of work that is no more").isEmpty();
  }

  private FormContent supervisionForm() {
    return contents.stream().filter(content -> content.forms().contains("supervision")).findFirst().orElseThrow();
  }
}
