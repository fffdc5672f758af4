package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.identity.Groups;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The procedure by which a superior group urges late work (督办): one at a time for each piece of work, ending by itself when the work is
 * done.
 */
@Component
public class Supervision {

  static final String PROCESS = "supervision";
  private static final String WORK_DONE = "supervised-work-done";
  private static final String GROUPS = "supervisingGroups";

  private final RuntimeService runtime;
  private final TaskService tasks;

  Supervision(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /**
   * @param round from the second on the supervisors are called as well
   * @return id of its process instance
   */
  String begin(String caseNumber, String superior, int round) {
    String groups = round == 1 || superior.equals(Groups.SUPERVISORS) ? superior : superior + "," + Groups.SUPERVISORS;
    return runtime.startProcessInstanceByKey(PROCESS, caseNumber, Map.of(GROUPS, groups)).getId();
  }

  boolean isOpen(String supervisionId) {
    return runtime.createProcessInstanceQuery().processInstanceId(supervisionId).count() > 0;
  }

  Optional<Task> taskOf(String supervisionId) {
    return Optional.ofNullable(tasks.createTaskQuery().processInstanceId(supervisionId).singleResult());
  }

  /** @return whether a task is one of a supervision (督办), and none of the case's own */
  public static boolean owns(Task task) {
    return task.getProcessDefinitionId().startsWith(PROCESS + ":");
  }

  /** Adds the supervisors to those who may do the task of a supervision. */
  void callSupervisors(String taskId) {
    boolean called = tasks.getIdentityLinksForTask(taskId).stream().anyMatch(link -> Groups.SUPERVISORS.equals(link.getGroupId()));
    if (!called) {
      tasks.addCandidateGroup(taskId, Groups.SUPERVISORS);
    }
  }

  /** Ends it if it is still open; whoever did the work need not be allowed to touch it. To be used inside the engine's commands only. */
  void end(String supervisionId) {
    Context.getCommandContext().runWithoutAuthorization(() -> {
      runtime.createMessageCorrelation(WORK_DONE).processInstanceId(supervisionId).correlateAll();
      return null;
    });
  }
}
