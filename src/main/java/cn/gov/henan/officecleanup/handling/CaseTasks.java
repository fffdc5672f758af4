package cn.gov.henan.officecleanup.handling;

import cn.gov.henan.officecleanup.deadline.Supervision;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case's own procedures; 督办, 征求意见 and 传阅 run beside it. To be used as the application. */
@Component
class CaseTasks {

  private final TaskService tasks;

  CaseTasks(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  List<Task> openOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
        .filter(task -> !Supervision.owns(task) && !isOf(task, OpinionRequests.PROCESS) && !isOf(task, Circulating.PROCESS)).toList();
  }

  private static boolean isOf(Task task, String procedure) {
    return task.getProcessDefinitionId().startsWith(procedure + ":");
  }
}
