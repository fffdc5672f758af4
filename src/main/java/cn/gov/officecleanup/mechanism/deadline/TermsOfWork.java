package cn.gov.officecleanup.mechanism.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which term a piece of work has, as its model says, and when that began. */
@Component
class TermsOfWork {

  static final String TERM = "term";
  /** what evaluates to the beginning of a term that begins with something else than the work */
  static final String BEGINNING = "termBegins";

  private static final Pattern NAMED = Pattern.compile("terms\\.due\\('([^']+)'(?:, (.+))?\\)}");

  private final ProcessEngineConfigurationImpl engine;
  private final HistoryService history;

  TermsOfWork(@Lazy ProcessEngineConfigurationImpl engine, @Lazy HistoryService history) {
    this.engine = engine;
    this.history = history;
  }

  /** @return the term that an expression of a model names, as in {@code ${terms.due('…')}} */
  static Optional<String> named(String expression) {
    return Optional.ofNullable(expression).map(NAMED::matcher).filter(Matcher::find).map(term -> term.group(1));
  }

  /** @return what an expression of a model names as the beginning of the term; empty where that begins with the work */
  static Optional<String> beginning(String expression) {
    return Optional.ofNullable(expression).map(NAMED::matcher).filter(Matcher::find).map(term -> term.group(2)).map("${%s}"::formatted);
  }

  /** @return empty for a task without due date, or with one that does not rest on a term */
  Optional<Begun> of(Task task) {
    return task.getDueDate() == null ? Optional.empty() : inEngine(() -> {
      ActivityImpl activity = activity(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
      if (activity == null || activity.getProperty(TERM) == null) {
        return Optional.empty();
      }
      Expression beginning = (Expression) activity.getProperty(BEGINNING);
      Instant from = beginning == null ? task.getCreateTime().toInstant()
          : (Instant) beginning.getValue(((TaskEntity) task).getExecution());
      return Optional.of(new Begun((String) activity.getProperty(TERM), from, task.getDueDate()));
    });
  }

  /** @return as {@link #of(Task)}; empty as well where the term began with something else than the work */
  Optional<Begun> of(HistoricTaskInstance task) {
    return inEngine(() -> Optional.ofNullable(activity(task.getProcessDefinitionId(), task.getTaskDefinitionKey()))
        .filter(activity -> activity.getProperty(BEGINNING) == null)
        .map(activity -> (String) activity.getProperty(TERM))
        .map(term -> new Begun(term, task.getStartTime().toInstant(), task.getDueDate())));
  }

  /** Terms of older versions began with their case, which is all that is known of them. */
  Begun withBeginning(CaseDeadlines.Row row) {
    Instant begun = row.begunAt() != null ? row.begunAt().toInstant()
        : inEngine(() -> history.createHistoricProcessInstanceQuery()
            .processInstanceId(row.processInstanceId())
            .singleResult()
            .getStartTime()
            .toInstant());
    return new Begun(row.term(), begun, Date.from(row.dueAt().toInstant()));
  }

  private ActivityImpl activity(String processDefinitionId, String step) {
    return processDefinitionId == null ? null
        : engine.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId).findActivity(step);
  }

  /** Whoever may read a case may know when it is due, though not see the process instance in the engine. */
  private <R> R inEngine(Callable<R> asked) {
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(asked));
  }
}
