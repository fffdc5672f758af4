package cn.gov.officecleanup.procedure.supervision;

import cn.gov.officecleanup.mechanism.deadline.Supervising;
import cn.gov.officecleanup.mechanism.identity.Groups;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The supervision (督办), which ends by itself when the work is done. */
@Component
class Supervision implements Supervising {

  private static final String PROCESS = "supervision";
  private static final String WORK_DONE = "supervised-work-done";
  private static final String GROUPS = "supervisingGroups";

  private final RuntimeService runtime;
  private final TaskService tasks;

  Supervision(RuntimeService runtime, TaskService tasks) {
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public String begin(String caseNumber, String superior, int round) {
    String groups = round == 1 || superior.equals(Groups.SUPERVISORS) ? superior : superior + "," + Groups.SUPERVISORS;
    return runtime.startProcessInstanceByKey(PROCESS, caseNumber, Map.of(GROUPS, groups)).getId();
  }

  @Override
  public boolean isOpen(String supervisionId) {
    return runtime.createProcessInstanceQuery().processInstanceId(supervisionId).count() > 0;
  }

  @Override
  public Optional<Task> taskOf(String supervisionId) {
    return Optional.ofNullable(tasks.createTaskQuery().processInstanceId(supervisionId).singleResult());
  }

  @Override
  public boolean owns(String processDefinitionId) {
    return processDefinitionId.startsWith(PROCESS + ":");
  }

  @Override
  public void callSupervisors(String taskId) {
    boolean called = tasks.getIdentityLinksForTask(taskId).stream().anyMatch(link -> Groups.SUPERVISORS.equals(link.getGroupId()));
    if (!called) {
      tasks.addCandidateGroup(taskId, Groups.SUPERVISORS);
    }
  }

  @Override
  public void end(String supervisionId) {
    Context.getCommandContext().runWithoutAuthorization(() -> {
      runtime.createMessageCorrelation(WORK_DONE).processInstanceId(supervisionId).correlateAll();
      return null;
    });
  }
}
