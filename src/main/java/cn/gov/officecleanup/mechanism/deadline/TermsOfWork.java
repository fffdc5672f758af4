package cn.gov.officecleanup.mechanism.deadline;

import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which term a piece of work has, as its model says, and when that began. */
@Component
class TermsOfWork {

  static final String TERM = "term";

  private static final Pattern NAMED = Pattern.compile("terms\\.due\\('([^']+)'\\)");

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

  /** @return empty for a task without due date, or with one that does not rest on a term */
  Optional<Begun> of(Task task) {
    return task.getDueDate() == null ? Optional.empty()
        : termOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
            .map(term -> new Begun(term, task.getCreateTime().toInstant(), task.getDueDate()));
  }

  /** @see #of(Task) */
  Optional<Begun> of(HistoricTaskInstance task) {
    return termOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
        .map(term -> new Begun(term, task.getStartTime().toInstant(), task.getDueDate()));
  }

  /** Terms of older versions began with their case, which is all that is known of them. */
  Begun withBeginning(CaseDeadlines.Row row) {
    return new Begun(row.term(), row.begunAt() != null ? row.begunAt().toInstant()
        : history.createHistoricProcessInstanceQuery().processInstanceId(row.processInstanceId()).singleResult().getStartTime().toInstant(),
        Date.from(row.dueAt().toInstant()));
  }

  private Optional<String> termOf(String processDefinitionId, String step) {
    if (processDefinitionId == null) {
      return Optional.empty();
    }
    return engine.getCommandExecutorTxRequired().execute(context -> {
      ActivityImpl activity = engine.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId).findActivity(step);
      return Optional.ofNullable(activity).map(found -> (String) found.getProperty(TERM));
    });
  }
}
