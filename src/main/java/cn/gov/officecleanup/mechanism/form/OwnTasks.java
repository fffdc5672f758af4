package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a task that the signed-in official has to do from one that is merely seen: supervisors see all. */
@Component
public class OwnTasks {

  private final Procedures procedures;
  private final TaskService tasks;
  private final Officials officials;

  OwnTasks(Procedures procedures, @Lazy TaskService tasks, Officials officials) {
    this.procedures = procedures;
    this.tasks = tasks;
    this.officials = officials;
  }

  /** @return whether the signed-in official, or a group of theirs, has to do this task */
  public boolean include(String taskId) {
    return tasks.createTaskQuery()
        .taskId(taskId)
        .taskCandidateGroupIn(List.copyOf(officials.required().groups()))
        .includeAssignedTasks()
        .count() > 0;
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
