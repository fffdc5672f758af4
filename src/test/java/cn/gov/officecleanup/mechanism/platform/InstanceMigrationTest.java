package cn.gov.officecleanup.mechanism.platform;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.testkit.EngineTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case with a term that waits at two tasks side by side, when the next version of its model is deployed. */
@EngineTest
class InstanceMigrationTest {

  private static final String KEY = "migration-sample";

  @Autowired
  private InstanceMigration migration;

  private final List<String> deployments = new ArrayList<>();
  private ProcessInstance instance;

  @BeforeEach
  void aCaseRunsByTheFirstVersion() {
    deploy(model("one", "patience", "first"));
    instance = runtimeService().startProcessInstanceByKey(KEY, Map.of("governmentCode", "410300"));
    complete("prepare");
    assertThat(timersOfCases()).as("the fork has handed a timer to a branch")
        .anySatisfy(job -> assertThat(((JobEntity) job).getExecutionId()).isNotEqualTo(instance.getId()));
  }

  @AfterEach
  void noSampleStays() {
    deployments.forEach(deployment -> repositoryService().deleteDeployment(deployment, true));
  }

  @Test
  void aCaseMovesWithItsTasksAndTimersToTheLatestVersion() {
    List<Tuple> tasks = tasks();
    List<Tuple> timers = timers();
    String latest = deploy(model("one", "patience", "second"));
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(latest);
    assertThat(tasks()).isEqualTo(tasks);
    assertThat(timers()).hasSize(4).isEqualTo(timers);
    assertThat(timersOfCases()).extracting(Job::getProcessDefinitionId).containsOnly(latest);
    complete("one");
    complete("two");
    assertThat(runtimeService().getVariable(instance.getId(), "by")).as("what comes next is the latest model's").isEqualTo("second");
  }

  @Test
  void aSuspendedCaseMovesAndStaysSuspended() {
    runtimeService().suspendProcessInstanceById(instance.getId());
    String latest = deploy(model("one", "patience", "second"));
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(latest);
    assertThat(timersOfCases()).hasSize(4).allMatch(Job::isSuspended);
  }

  @Test
  void aCaseMovesWithTheJobsThatWaitToBeDone() {
    BpmnModelInstance model = Bpmn.createExecutableProcess(KEY + "-jobs")
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .userTask("each")
        .camundaCandidateGroups("gov410300")
        .multiInstance()
        .cardinality("2")
        .camundaAsyncBefore()
        .multiInstanceDone()
        .endEvent()
        .done();
    deploy(model);
    instance = runtimeService().startProcessInstanceByKey(KEY + "-jobs");
    String latest = deploy(model);
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(latest);
    List<Job> jobs = managementService().createJobQuery().processInstanceId(instance.getId()).list();
    assertThat(jobs).hasSize(2).extracting(Job::getProcessDefinitionId).containsOnly(latest);
    jobs.forEach(job -> managementService().executeJob(job.getId()));
    assertThat(tasks()).hasSize(2);
  }

  /** Such as a block that now stands between the two. */
  @Test
  void whatACaseHasCalledGoesOnWhereTheLatestVersionCallsSomethingElse() {
    deploy(Bpmn.createExecutableProcess(KEY + "-part")
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .userTask("decide")
        .camundaCandidateGroups("gov410300")
        .serviceTask("say")
        .camundaExpression("${execution.setVariable('decision', 'yes')}")
        .endEvent()
        .done());
    deploy(calling(KEY + "-part"));
    instance = runtimeService().startProcessInstanceByKey(KEY + "-call");
    String latest = deploy(calling(KEY + "-block"));
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(latest);
    Task decide = taskService().createTaskQuery().taskDefinitionKey("decide").singleResult();
    as("wang", "gov410300");
    taskService().complete(decide.getId());
    asApplication();
    assertThat(tasks()).extracting(task -> task.toList().get(1)).containsExactly("after");
    assertThat(runtimeService().getVariable(instance.getId(), "decision")).isEqualTo("yes");
  }

  private static BpmnModelInstance calling(String called) {
    return Bpmn.createExecutableProcess(KEY + "-call")
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .callActivity("call")
        .calledElement(called)
        .camundaOut("decision", "decision")
        .userTask("after")
        .camundaCandidateGroups("gov410300")
        .endEvent()
        .done();
  }

  @Test
  void aCaseAtAStepThatTheLatestVersionDoesNotKnowGoesOnByItsOwn() {
    String own = definition();
    List<Tuple> timers = timers();
    deploy(model("other", "patience", "second"));
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(own);
    assertThat(timers()).isEqualTo(timers);
    complete("one");
    complete("two");
    assertThat(runtimeService().getVariable(instance.getId(), "by")).isEqualTo("first");
  }

  @Test
  void aCaseWithATimerThatTheLatestVersionDoesNotKnowGoesOnByItsOwn() {
    String own = definition();
    List<Tuple> timers = timers();
    deploy(model("one", "otherPatience", "second"));
    migration.moveToLatestModels();
    assertThat(definition()).isEqualTo(own);
    assertThat(timers()).isEqualTo(timers);
  }

  private static BpmnModelInstance model(String one, String timer, String by) {
    BpmnModelInstance model = Bpmn.createExecutableProcess(KEY)
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .userTask("prepare")
        .camundaCandidateGroups("gov410300")
        .parallelGateway("fork")
        .userTask(one)
        .camundaCandidateGroups("gov410300")
        .camundaDueDate("${terms.due('leader-sign')}")
        .parallelGateway("join")
        .serviceTask("note")
        .camundaExpression("${execution.setVariable('by', '%s')}".formatted(by))
        .userTask("end")
        .camundaCandidateGroups("gov410300")
        .endEvent()
        .moveToNode("fork")
        .userTask("two")
        .camundaCandidateGroups("gov410300Leader")
        .camundaDueDate("${terms.due('bureau-review')}")
        .connectTo("join")
        .moveToActivity("two")
        .boundaryEvent(timer)
        .timerWithDuration("P9D")
        .endEvent()
        .done();
    model.<Process>getModelElementById(KEY).builder().addExtensionElement(properties(model));
    return model;
  }

  private static CamundaProperties properties(BpmnModelInstance model) {
    CamundaProperty term = model.newInstance(CamundaProperty.class);
    term.setCamundaName("term");
    term.setCamundaValue("bureau-review");
    CamundaProperties properties = model.newInstance(CamundaProperties.class);
    properties.getCamundaProperties().add(term);
    return properties;
  }

  /** @return id of the definition that is deployed */
  private String deploy(BpmnModelInstance model) {
    String deployment = repositoryService().createDeployment().addModelInstance(KEY + ".bpmn", model).deploy().getId();
    deployments.add(deployment);
    return repositoryService().createProcessDefinitionQuery().deploymentId(deployment).singleResult().getId();
  }

  private void complete(String step) {
    Task task = taskService().createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(step).singleResult();
    as("wang", groups(task).toArray(String[]::new));
    taskService().complete(task.getId());
    asApplication();
  }

  private String definition() {
    return runtimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).singleResult().getProcessDefinitionId();
  }

  private List<Tuple> tasks() {
    return taskService().createTaskQuery()
        .processInstanceId(instance.getId())
        .orderByTaskId()
        .asc()
        .list()
        .stream()
        .map(task -> tuple(task.getId(), task.getTaskDefinitionKey(), task.getDueDate(), groups(task)))
        .toList();
  }

  private static List<String> groups(Task task) {
    return taskService().getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).toList();
  }

  private static List<Tuple> timers() {
    return timersOfCases().stream()
        .sorted(Comparator.comparing(Job::getDuedate))
        .map(job -> tuple(job.getProcessInstanceId(), job.getDuedate().getTime()))
        .toList();
  }
}
