package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case's own procedures, not of those that run beside it. To be used as the application. */
@Component
class CaseTasks {

  private final TaskService tasks;
  private final Procedures procedures;

  CaseTasks(@Lazy TaskService tasks, Procedures procedures) {
    this.tasks = tasks;
    this.procedures = procedures;
  }

  List<Task> openOf(String caseNumber) {
    return tasks.createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .filter(task -> !procedures.of(keyOf(task)).beside())
        .toList();
  }

  /** An id of a definition is key:version:number; to ask the engine would cost a statement for each. */
  private static String keyOf(Task task) {
    return task.getProcessDefinitionId().split(":")[0];
  }
}
