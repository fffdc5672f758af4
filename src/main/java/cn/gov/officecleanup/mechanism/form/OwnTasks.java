package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a task that the signed-in official has to do from one that is merely seen: supervisors see all. */
@Component
public class OwnTasks {

  private final ProcessEngineConfigurationImpl engine;
  private final Procedures procedures;
  private final TaskService tasks;
  private final Officials officials;
  private final CaseReading reading;

  OwnTasks(@Lazy ProcessEngineConfigurationImpl engine, Procedures procedures, @Lazy TaskService tasks, Officials officials,
      CaseReading reading) {
    this.engine = engine;
    this.procedures = procedures;
    this.tasks = tasks;
    this.officials = officials;
    this.reading = reading;
  }

  /** @return whether a group of the signed-in official's has to do this task */
  public boolean include(String taskId) {
    return engine.getCommandExecutorTxRequired()
        .execute(context -> seen(taskId, context).map(task -> areOffered(task, officials.required())).orElse(false));
  }

  /** @return the task; empty where it is gone, or the signed-in official may not see it */
  Optional<TaskEntity> seen(String taskId, CommandContext context) {
    return Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
        .filter(task -> areOffered(task, officials.required()) || mayRead(task))
        .filter(task -> !reading.mustStayAway(officials.required(), task.getProcessInstance().getProcessBusinessKey()));
  }

  private boolean mayRead(TaskEntity task) {
    try {
      engine.getCommandCheckers().forEach(checker -> checker.checkReadTask(task));
      return true;
    } catch (AuthorizationException hidden) {
      return false;
    }
  }

  /**
   * @return whether a group of this official's is among those that the task is offered to; one that is offered to none is its assignee's
   */
  static boolean areOffered(TaskEntity task, Official official) {
    return task.getCandidates().isEmpty() ? official.userId().equals(task.getAssignee())
        : task.getCandidates().stream().anyMatch(link -> link.getGroupId() != null && official.groups().contains(link.getGroupId()));
  }

  /**
   * How many tasks the signed-in official has to do: own ones, and those of the groups that no colleague has taken on.
   *
   * @param late of these, those past their due date
   * @param supervisions of these, those that urge others (督办)
   * @param toRead of these, those that ask no more than to read a case (待阅)
   */
  public record Counts(long open, long late, long supervisions, long toRead) {
  }

  public Counts counts() {
    return new Counts(own().count(), own().dueBefore(ClockUtil.getCurrentTime()).count(), own(Procedure::supervises).count(),
        own(Procedure::onlyRead).count());
  }

  private TaskQuery own(Predicate<Procedure> of) {
    return own().processDefinitionKeyIn(procedures.keys(of).toArray(String[]::new));
  }

  /** @return the tasks that {@link Counts#open} counts, what is due first to the front, those without a due date last */
  public List<Task> open(int most) {
    return own().orderByDueDate().asc().listPage(0, most);
  }

  private TaskQuery own() {
    Official official = officials.required();
    TaskQuery query = tasks.createTaskQuery();
    return official.groups().isEmpty() ? query.taskAssignee(official.userId())
        : query.or().taskAssignee(official.userId()).taskCandidateGroupIn(List.copyOf(official.groups())).endOr();
  }
}
