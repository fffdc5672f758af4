package cn.gov.officecleanup.testkit;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class EngineTestTest {

  private static String deployment;

  @Autowired
  private Clock clock;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private TransactionTemplate transaction;

  @BeforeAll
  static void deploySample(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment()
        .name("sample of the test kit")
        .addClasspathResource("testkit/kit-sample.bpmn")
        .addInputStream("forms/kit-sample.html", EngineTestTest.class.getResourceAsStream("/testkit/kit-sample.html"))
        .deploy()
        .getId();
  }

  @AfterAll
  static void removeSample(@Autowired RepositoryService repository) {
    repository.deleteDeployment(deployment, true);
  }

  @BeforeEach
  void nothingIsLeftOfAnotherTest() {
    assertThat(identityService().getCurrentAuthentication()).isNull();
    assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(historyService().createHistoricProcessInstanceQuery().count()).isZero();
    assertThat(clock.instant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void aTaskIsDoneByThePersonNamed() {
    ProcessInstance instance = start();
    itIs(LocalDateTime.of(2099, 1, 1, 9, 0));
    runDueJobs();
    assertThat(instance).isWaitingAt("handle");

    as("li", "gov410700");
    assertThat(taskService().createTaskQuery().count()).isZero();
    as("wang", "gov410300");
    taskService().complete(task("handle", instance).getId(), Map.of("reason", "工作需要", "decision", "agree"));
    asApplication();

    assertThat(instance).isEnded().hasPassed("wait", "handle");
    assertThat(historyService().createHistoricActivityInstanceQuery().activityId("done").singleResult().getEndTime())
        .isEqualTo("2099-01-01T01:00:00Z");
  }

  @Test
  void withoutGroupsGivenAPersonActsInTheOwnOnes() {
    as("admin");
    assertThat(identityService().getCurrentAuthentication().getGroupIds()).containsExactly("camunda-admin");
  }

  @RepeatedTest(2)
  void whatATestLeavesBehindIsClearedAfterIt() {
    ProcessInstance instance = start();
    assertThat(instance).isWaitingAt("wait");
    runDueJobs();
    assertThat(instance).isWaitingAt("wait");
    itIs(LocalDateTime.of(2099, 1, 1, 9, 0));
    as("wang", "gov410300");
  }

  private ProcessInstance start() {
    String caseNumber = transaction.execute(status -> cases.open("CS", "kit-sample", "测试事项", "410300", null, null));
    return runtimeService().startProcessInstanceByKey("kit-sample", caseNumber);
  }
}
