package cn.gov.henan.officecleanup.form;

import cn.gov.henan.officecleanup.identity.Officials;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a task that the signed-in official has to do from one that is merely seen: supervisors see all. */
@Component
public class TasksToDo {

  private final TaskService tasks;
  private final Officials officials;

  TasksToDo(@Lazy TaskService tasks, Officials officials) {
    this.tasks = tasks;
    this.officials = officials;
  }

  /** @return whether the signed-in official, or a group of theirs, has to do this task */
  public boolean include(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).taskCandidateGroupIn(List.copyOf(officials.required().groups())).includeAssignedTasks().count() > 0;
  }
}
