package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Leads a case back to an earlier step where its model allows that: a task, or a call activity whose procedure the task is in, names the
 * steps in the property {@code returnsTo}. To be used as the application.
 */
@Component
class StepsBack {

  private static final String PROPERTY = "returnsTo";

  private final Procedures procedures;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;

  StepsBack(Procedures procedures, @Lazy RepositoryService repository, @Lazy RuntimeService runtime, @Lazy HistoryService history) {
    this.procedures = procedures;
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
  }

  /**
   * A step to go back to.
   *
   * @param processInstanceId where it lies
   * @param leaving id of the task or call activity that is left for it
   * @param step its id in the model
   */
  record Step(String processInstanceId, String leaving, String step, String name) {
  }

  /**
   * @return the steps that the case was at before and that the task's model lets it go back to, the latest first; none for a task beside
   * the case's own way, such as to give an opinion
   */
  List<Step> from(Task task) {
    List<Step> steps = new ArrayList<>();
    ProcessInstance instance = instance(task.getProcessInstanceId());
    if (procedures.of(repository.getProcessDefinition(instance.getProcessDefinitionId()).getKey()).beside()) {
      return List.of();
    }
    String leaving = task.getTaskDefinitionKey();
    while (instance != null && leaving != null) {
      steps.addAll(stepsFrom(instance, leaving));
      ProcessInstance caller = runtime.createProcessInstanceQuery().subProcessInstanceId(instance.getId()).singleResult();
      // another case's procedure has begun with this one: its steps are not this case's
      if (caller == null || !Objects.equals(caller.getBusinessKey(), instance.getBusinessKey())) {
        break;
      }
      leaving = callOf(caller, instance);
      instance = caller;
    }
    return steps;
  }

  private List<Step> stepsFrom(ProcessInstance instance, String leaving) {
    BpmnModelInstance model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
    List<String> allowed = ModelProperties.words(model.<FlowNode>getModelElementById(leaving), PROPERTY);
    if (allowed.isEmpty()) {
      return List.of();
    }
    Map<String, Step> passed = new LinkedHashMap<>();
    history.createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .finished()
        .list()
        .stream()
        .filter(activity -> !activity.isCanceled() && allowed.contains(activity.getActivityId()))
        .sorted(Comparator.comparing(HistoricActivityInstance::getEndTime).reversed())
        .forEach(activity -> passed.putIfAbsent(activity.getActivityId(),
            new Step(instance.getId(), leaving, activity.getActivityId(), activity.getActivityName())));
    return List.copyOf(passed.values());
  }

  private String callOf(ProcessInstance caller, ProcessInstance called) {
    return history.createHistoricActivityInstanceQuery()
        .processInstanceId(caller.getId())
        .unfinished()
        .list()
        .stream()
        .filter(activity -> called.getId().equals(activity.getCalledProcessInstanceId()))
        .map(HistoricActivityInstance::getActivityId)
        .findFirst()
        .orElse(null);
  }

  private ProcessInstance instance(String id) {
    return runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
  }

  /** Leaves what is being done for the step. @param why for the engine's operation log */
  void go(Step step, String why) {
    String leaving = runtime.getActivityInstance(step.processInstanceId()).getActivityInstances(step.leaving())[0].getId();
    // the step first: a subprocess that both are in would end, and begin anew with its timers, once nothing were left in it
    runtime.createProcessInstanceModification(step.processInstanceId())
        .startBeforeActivity(step.step())
        .cancelActivityInstance(leaving)
        .setAnnotation(why)
        .execute();
  }
}
