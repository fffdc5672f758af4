package cn.gov.officecleanup.mechanism.platform;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Moves the cases that run by older versions of their models to the latest ones, so that a model, its forms and what both name in the
 * application have one version only. Every step is mapped to the step of the same id; tasks keep their officials, tasks and timers their
 * dates. A step that cases may wait at, and an event that they may await, therefore keeps its id as long as cases of the model run. What a
 * call activity has called by then goes on below it, also where the latest model calls another procedure there, which has to give back the
 * same and to raise the same errors.
 *
 * <p>
 * Each case is moved in a transaction of its own: a start that was broken off is resumed by the next one. A case at a step, or with a
 * timer, that the latest model does not know stays with its older version, which the log tells. Tasks are explained by the latest model.
 */
@Component
class InstanceMigration {

  private static final Logger LOG = LoggerFactory.getLogger(InstanceMigration.class);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final ProcessEngineConfigurationImpl engine;

  InstanceMigration(RepositoryService repository, RuntimeService runtime, ManagementService management,
      @Lazy ProcessEngineConfigurationImpl engine) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.engine = engine;
  }

  /** To be done before anybody works on the cases. */
  void moveToLatestModels() {
    Map<String, ProcessDefinition> latest = repository.createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .stream()
        .collect(Collectors.toMap(ProcessDefinition::getKey, Function.identity()));
    for (ProcessDefinition definition : repository.createProcessDefinitionQuery().list()) {
      ProcessDefinition newer = latest.get(definition.getKey());
      List<ProcessInstance> running = definition.getId().equals(newer.getId()) ? List.of()
          : runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).list();
      if (!running.isEmpty()) {
        move(running, definition, newer);
      }
    }
  }

  private void move(List<ProcessInstance> running, ProcessDefinition from, ProcessDefinition to) {
    MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities().build();
    Set<String> known = plan.getInstructions().stream().map(MigrationInstruction::getSourceActivityId).collect(Collectors.toSet());
    Map<String, String> unknownJobs = management.createJobDefinitionQuery()
        .processDefinitionId(from.getId())
        .list()
        .stream()
        .filter(jobs -> !known.contains(jobs.getActivityId()))
        .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
    for (ProcessInstance instance : running) {
      String which = "case %s (%s, instance %s) from version %d to %d of its model".formatted(instance.getBusinessKey(), from.getKey(),
          instance.getId(), from.getVersion(), to.getVersion());
      try {
        requireKnown(instance, unknownJobs);
        gatherTimers(instance);
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        explainAnew(instance);
        LOG.info("moved {}", which);
      } catch (ProcessEngineException e) {
        if (runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).processDefinitionId(from.getId()).count() > 0) {
          LOG.error("could not move {}, it goes on by its older one: {}", which, e.getMessage());
        } // else another node that starts as well was faster
      }
    }
  }

  /** What a step is for stands with each task as the model said it when the task began; whoever has it reads what today's says. */
  private void explainAnew(ProcessInstance instance) {
    engine.getCommandExecutorTxRequired().execute(context -> {
      context.getTaskManager().findTasksByProcessInstanceId(instance.getId()).forEach(task -> {
        Expression description = task.getTaskDefinition().getDescriptionExpression();
        task.setDescription(description == null ? null : (String) description.getValue(task));
      });
      return null;
    });
  }

  /** The engine would drop a timer that the latest model does not know, and begin one of that model's anew: a deadline would move. */
  private void requireKnown(ProcessInstance instance, Map<String, String> unknownJobs) {
    management.createJobQuery()
        .processInstanceId(instance.getId())
        .list()
        .stream()
        .map(job -> unknownJobs.get(job.getJobDefinitionId()))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(id -> {
          throw new ProcessEngineException("the latest model knows no timer or waiting job " + id);
        });
  }

  /**
   * Timers that no model knows, those of deadlines, belong to the whole instance. Where it forks the engine hands them to one of the
   * branches, and refuses to migrate what it finds there.
   */
  private void gatherTimers(ProcessInstance instance) {
    engine.getCommandExecutorTxRequired().execute(context -> {
      ExecutionEntity whole = context.getExecutionManager().findExecutionById(instance.getId());
      context.getJobManager()
          .findJobsByProcessInstanceId(instance.getId())
          .stream()
          .filter(job -> job.getJobDefinitionId() == null)
          .forEach(job -> job.setExecution(whole));
      return null;
    });
  }
}
