package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.deadline.Supervising;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case's own procedures; 督办, 征求意见, 协办 and 传阅 run beside it. To be used as the application. */
@Component
class CaseTasks {

  private static final Set<String> BESIDE = Set.of(OpinionRequests.PROCESS, Assisting.PROCESS, Circulating.PROCESS);

  private final TaskService tasks;
  private final Supervising supervising;

  CaseTasks(@Lazy TaskService tasks, Supervising supervising) {
    this.tasks = tasks;
    this.supervising = supervising;
  }

  List<Task> openOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
        .filter(task -> !supervising.owns(task.getProcessDefinitionId()) && BESIDE.stream().noneMatch(procedure -> isOf(task, procedure))).toList();
  }

  private static boolean isOf(Task task, String procedure) {
    return task.getProcessDefinitionId().startsWith(procedure + ":");
  }
}
