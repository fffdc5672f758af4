package cn.gov.henan.officecleanup.platform;

import static cn.gov.henan.officecleanup.testkit.EngineTests.as;
import static cn.gov.henan.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
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

  private static final int OFFICIALS = 8;
  private static String deployment;

  @Autowired
  private ProcessEngineConfigurationImpl engine;
  @Autowired
  private TransactionTemplate transaction;

  @BeforeAll
  static void deploySample(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment().name("sample of siblings").addClasspathResource("platform/siblings-sample.bpmn").deploy().getId();
  }

  @AfterAll
  static void removeSample(@Autowired RepositoryService repository) {
    repository.deleteDeployment(deployment, true);
  }

  /** Siblings in one instance change its same rows at every completion, so that most of those made at once conflict. */
  @Test
  void siblingsCompletedInTheSameMomentAllSucceed() throws Exception {
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("siblings-sample");
    List<String> siblings = taskService().createTaskQuery().processInstanceId(instance.getId()).list().stream().map(Task::getId).toList();
    assertThat(siblings).hasSize(OFFICIALS);
    CyclicBarrier together = new CyclicBarrier(OFFICIALS);
    ExecutorService threads = Executors.newFixedThreadPool(OFFICIALS);
    try {
      List<Callable<Void>> work = siblings.stream().<Callable<Void>>map(task -> () -> {
        as("official", "gov410300");
        together.await();
        taskService().complete(task);
        return null;
      }).toList();
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isZero();
  }

  @Test
  void whateverKindOfConflictItIsIsDoneAnew() {
    for (RuntimeException conflict : List.of(new OptimisticLockingException("changed meanwhile"), new CannotAcquireLockException("locked"),
        new ProcessEngineException("persistence", new SQLTimeoutException("lock timeout")))) {
      assertThat(tries(3, conflict)).isEqualTo(3);
    }
  }

  @Test
  void whatConflictsForeverIsToldInChinese() {
    assertThatThrownBy(() -> tries(Integer.MAX_VALUE, new OptimisticLockingException("changed meanwhile")))
        .isInstanceOf(RefusedException.class).hasMessageContaining("请稍后再提交一次");
  }

  @Test
  void whatIsNoConflictIsToldAtOnce() {
    AtomicInteger tries = new AtomicInteger();
    as("official", "gov410300");
    assertThatThrownBy(() -> run(tries, Integer.MAX_VALUE, new IllegalStateException("broken"))).isInstanceOf(IllegalStateException.class);
    asApplication();
    assertThat(tries).hasValue(1);
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
}
