package cn.gov.officecleanup.mechanism.platform;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionTemplate;

/** No official sees that another worked beside. */
@EngineTest
class RetryingOnConflictTest {

  private static final int OFFICIALS = 16;
  private static final int SIBLINGS = 48;
  private static String deployment;

  @Autowired
  private ProcessEngineConfigurationImpl engine;
  @Autowired
  private TransactionTemplate transaction;

  @BeforeAll
  static void deploySample(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment()
        .name("sample of siblings")
        .addClasspathResource("platform/siblings-sample.bpmn")
        .deploy()
        .getId();
  }

  @AfterAll
  static void removeSample(@Autowired RepositoryService repository) {
    repository.deleteDeployment(deployment, true);
  }

  /** So the models of this application are made: a sibling that ends changes rows of the whole, which is left to jobs. */
  @Test
  void siblingsThatEndByJobsAreCompletedInTheSameMoment() throws Exception {
    ProcessInstance whole = begin("sibling-ending-by-a-job");
    allAreCompletedAtOnce();
    assertThat(managementService().createJobQuery().messages().count()).isEqualTo(SIBLINGS);
    runDueJobs();
    assertThat(isOver(whole)).isTrue();
  }

  /** Here every completion changes the count of siblings that are done, so that most of those made at once conflict. */
  @Test
  void siblingsThatEndAtOnceAreCompletedInTheSameMomentByBeingDoneAnew() throws Exception {
    ProcessInstance whole = begin("sibling-ending-at-once");
    allAreCompletedAtOnce();
    assertThat(Try.COUNT.get()).as("tries; as many as there are siblings would mean that nothing conflicted").isGreaterThan(SIBLINGS);
    assertThat(isOver(whole)).isTrue();
  }

  @Test
  void whateverKindOfConflictItIsIsDoneAnew() {
    for (RuntimeException conflict : List.of(new OptimisticLockingException("changed meanwhile"), new CannotAcquireLockException("locked"),
        new ProcessEngineException("persistence", new SQLTimeoutException("lock timeout")),
        new ProcessEngineException("persistence", new PersistenceException(new SQLException("deadlock detected", "40P01"))),
        new ProcessEngineException("persistence", new PersistenceException(new SQLException("lock timeout", "55P03"))))) {
      assertThat(tries(3, conflict)).isEqualTo(3);
    }
  }

  @Test
  void whatConflictsForeverIsToldInChinese() {
    assertThatThrownBy(() -> tries(Integer.MAX_VALUE, new OptimisticLockingException("changed meanwhile")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("请稍后再提交一次");
  }

  /** Two had looked and found nothing, and both wrote it: the second look finds it, unless it was there all the time. */
  @Test
  void aRowThatIsThereAlreadyIsLookedAtAnewAFewTimesOnly() {
    RuntimeException sameRow = new ProcessEngineException("persistence", new SQLException("unique key ACT_UNIQ_AUTH_USER", "23505"));
    assertThat(tries(3, sameRow)).isEqualTo(3);
    assertThatThrownBy(() -> tries(RetryingOnConflict.TRIES_ON_SAME_ROW + 1, sameRow)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("相同的内容已经存在");
  }

  @Test
  void whatIsNoConflictIsToldAtOnce() {
    AtomicInteger tries = new AtomicInteger();
    as("official", "gov410300");
    for (RuntimeException failure : List.of(new IllegalStateException("broken"),
        new ProcessEngineException("persistence", new SQLException("value too long", "22001")),
        new ProcessEngineException("persistence", new SQLTransientConnectionException("no connection", "08001")))) {
      tries.set(0);
      assertThatThrownBy(() -> run(tries, Integer.MAX_VALUE, failure)).isSameAs(failure);
      assertThat(tries).hasValue(1);
    }
    asApplication();
  }

  @Test
  void neitherJobsNorPartsOfATransactionAreDoneAnew() {
    AtomicInteger byTheApplication = new AtomicInteger();
    asApplication();
    assertThatThrownBy(() -> run(byTheApplication, 2, new OptimisticLockingException("x"))).isInstanceOf(OptimisticLockingException.class);
    assertThat(byTheApplication).hasValue(1);
    AtomicInteger inATransaction = new AtomicInteger();
    as("official", "gov410300");
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> run(inATransaction, 2, new OptimisticLockingException("x"))))
        .isInstanceOf(OptimisticLockingException.class);
    asApplication();
    assertThat(inATransaction).hasValue(1);
  }

  private ProcessInstance begin(String called) {
    Try.COUNT.set(0);
    return runtimeService().startProcessInstanceByKey("siblings-sample", Map.of("siblings", SIBLINGS, "called", called));
  }

  /** Each official is a thread and takes one sibling after another; none may see any exception. */
  private void allAreCompletedAtOnce() throws Exception {
    Queue<String> siblings = new ConcurrentLinkedQueue<>(taskService().createTaskQuery().list().stream().map(Task::getId).toList());
    assertThat(siblings).hasSize(SIBLINGS);
    CyclicBarrier together = new CyclicBarrier(OFFICIALS);
    ExecutorService threads = Executors.newFixedThreadPool(OFFICIALS);
    try {
      List<Callable<Void>> work = IntStream.rangeClosed(1, OFFICIALS).<Callable<Void>>mapToObj(i -> () -> {
        engine.getIdentityService().setAuthentication("official" + i, List.of("gov410300"));
        together.await();
        for (String task = siblings.poll(); task != null; task = siblings.poll()) {
          engine.getTaskService().complete(task);
        }
        return null;
      }).toList();
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(taskService().createTaskQuery().count()).isZero();
  }

  private static boolean isOver(ProcessInstance whole) {
    return runtimeService().createProcessInstanceQuery().processInstanceId(whole.getId()).count() == 0;
  }

  /** @return how often it was tried until it succeeded, as an official's request */
  private int tries(int succeedsAt, RuntimeException conflict) {
    AtomicInteger tries = new AtomicInteger();
    as("official", "gov410300");
    try {
      run(tries, succeedsAt, conflict);
    } finally {
      asApplication();
    }
    return tries.get();
  }

  private void run(AtomicInteger tries, int succeedsAt, RuntimeException conflict) {
    engine.getCommandExecutorTxRequired().execute(context -> {
      if (tries.incrementAndGet() < succeedsAt) {
        throw conflict;
      }
      return null;
    });
  }

  /** Counts how often officials' completions were tried, also those that were rolled back. */
  public static class Try implements TaskListener {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void notify(DelegateTask task) {
      COUNT.incrementAndGet();
    }
  }
}
