package cn.gov.officecleanup.mechanism.way;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks ahead from a step, or from before a procedure begins. Nothing is changed by it. Whoever asks must know that the official may know
 * of the case.
 */
@Component
public class WaysAhead {

  private final Procedures procedures;
  private final Terms terms;
  private final Clock clock;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate lookingOnly;

  WaysAhead(Procedures procedures, Terms terms, Clock clock, @Lazy ProcessEngineConfigurationImpl engine,
      PlatformTransactionManager transactions) {
    this.procedures = procedures;
    this.terms = terms;
    this.clock = clock;
    this.engine = engine;
    this.lookingOnly = new TransactionTemplate(transactions);
    lookingOnly.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    lookingOnly.setReadOnly(true);
  }

  /**
   * @param decision value that is decided at the task; null where it decides nothing
   * @return the steps that come next
   */
  public List<Ahead> next(String taskId, String decision) {
    return from(taskId, task -> walk(task, decision).next());
  }

  /** @return for each decision that the task lets one take, or for the task as such, what comes next */
  public List<Decision> decisions(String taskId) {
    return from(taskId, task -> {
      Map<String, String> words = new LinkedHashMap<>();
      for (Place place = task.place(); place != null && words.isEmpty(); place = place.caller()) {
        words.putAll(Condition.decisionsAt(task.node().getId(), place.model()));
      }
      List<Decision> decisions = words.entrySet()
          .stream()
          .map(decision -> new Decision(decision.getValue(), walk(task, decision.getKey()).next()))
          .toList();
      return decisions.stream().map(Decision::next).distinct().count() > 1 ? decisions
          : List.of(new Decision(null, walk(task, null).next()));
    });
  }

  /** @return the steps after the task to the end of the case on the usual way, in their order */
  public List<Ahead> usual(String taskId) {
    return from(taskId, task -> walk(task, null).toTheEnd());
  }

  /**
   * @param known values of variables that the procedure will have, such as {@code governmentCode}
   * @return the steps of a procedure that begins today, on the usual way and in their order; empty where there is no such procedure
   */
  public Optional<List<Ahead>> usual(String procedureKey, Map<String, String> known) {
    return inEngine(() -> model(procedureKey).map(model -> {
      Place place = new Place(model, procedureKey, opensCase(procedureKey), null, null, null, false, Map.of(), List.of());
      return new Walk(this::called, new Sight(engine.getExpressionManager(), terms, null, null, known), place, Walk.start(place),
          LocalDate.now(clock)).toTheEnd();
    }));
  }

  /** A task and where it is. */
  private record Standpoint(Place place, FlowNode node) {
  }

  private <T> List<T> from(String taskId, Function<Standpoint, List<T>> look) {
    return inEngine(() -> {
      TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
      if (task == null || task.getExecution() == null) {
        return List.of();
      }
      Place place = place(task.getExecution());
      return look.apply(new Standpoint(place, place.model().getModelElementById(task.getTaskDefinitionKey())));
    });
  }

  private Walk walk(Standpoint task, String decision) {
    return new Walk(this::called, new Sight(engine.getExpressionManager(), terms, task.node().getId(), decision, Map.of()), task.place(),
        task.node(), LocalDate.now(clock));
  }

  private Place place(ExecutionEntity at) {
    ExecutionEntity instance = at.getProcessInstance();
    ExecutionEntity calledBy = instance.getSuperExecution();
    List<String> others = leaves(instance).filter(other -> !other.getId().equals(at.getId()) && other.isActive())
        .map(ExecutionEntity::getActivityId)
        .filter(Objects::nonNull)
        .toList();
    String procedureKey = instance.getProcessDefinition().getKey();
    return new Place(engine.getRepositoryService().getBpmnModelInstance(instance.getProcessDefinitionId()), procedureKey,
        opensCase(procedureKey), calledBy == null ? null : calledBy.getActivityId(), calledBy == null ? null : place(calledBy), at, true,
        Map.of(), others);
  }

  private Place called(Place caller, String procedureKey, String call, Map<String, Object> given) {
    BpmnModelInstance model = model(procedureKey).orElseThrow(() -> new IllegalStateException("no procedure " + procedureKey));
    return new Place(model, procedureKey, opensCase(procedureKey), call, caller, caller.scope(), false, given, List.of());
  }

  private boolean opensCase(String procedureKey) {
    return procedures.of(procedureKey).casePrefix() != null;
  }

  private Optional<BpmnModelInstance> model(String procedureKey) {
    return Optional.ofNullable(engine.getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(procedureKey)
        .latestVersion()
        .withoutTenantId()
        .singleResult()).map(definition -> engine.getRepositoryService().getBpmnModelInstance(definition.getId()));
  }

  /** Where an instance is; those of several that are through are still there, but not active. */
  private static Stream<ExecutionEntity> leaves(ExecutionEntity execution) {
    return execution.getExecutions().isEmpty() ? execution.isEventScope() ? Stream.empty() : Stream.of(execution)
        : execution.getExecutions().stream().flatMap(WaysAhead::leaves);
  }

  /**
   * In a transaction of its own that only reads: an expression of a model that fails, as it is too early for it, fails nothing else. What
   * has not failed is not rolled back, since H2 forgets with a rollback every statement that it had prepared for the connection.
   */
  private <R> R inEngine(Callable<R> asked) {
    return lookingOnly.execute(status -> {
      R found = engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(asked));
      if (status.isRollbackOnly()) {
        status.setRollbackOnly();
      }
      return found;
    });
  }
}
