package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case's own procedures, not of those that run beside it. To be used as the application. */
@Component
public class CaseTasks {

  private final TaskService tasks;
  private final Procedures procedures;

  CaseTasks(@Lazy TaskService tasks, Procedures procedures) {
    this.tasks = tasks;
    this.procedures = procedures;
  }

  /** @return all open tasks under the number of a case, the oldest first */
  public List<Task> allOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).orderByTaskCreateTime().asc().list();
  }

  /** @return those of its own procedures */
  public List<Task> openOf(String caseNumber) {
    return ownOf(allOf(caseNumber));
  }

  /** @return those that are of the case's own procedures */
  public List<Task> ownOf(List<Task> open) {
    return open.stream().filter(task -> !procedures.of(keyOf(task)).beside()).toList();
  }

  /**
   * @return the key of a task's procedure: an id of a definition is key:version:number; to ask the engine would cost a statement for each
   */
  public static String keyOf(Task task) {
    return task.getProcessDefinitionId().split(":")[0];
  }
}
