package cn.gov.henan.officecleanup.form;

import cn.gov.henan.officecleanup.finding.RefusedException;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, in which every way of completing a task goes through {@link SubmittingForm}. */
class SubmittingTaskService extends TaskServiceImpl {

  private final Supplier<SubmittingForm> submitting;

  SubmittingTaskService(Supplier<SubmittingForm> submitting) {
    this.submitting = submitting;
  }

  @Override
  public void complete(String taskId) {
    complete(taskId, null);
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    commandExecutor.execute(context -> submitting.get().submit(taskId, variables, false, context));
  }

  @Override
  public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return commandExecutor.execute(context -> submitting.get().submit(taskId, variables, true, context));
  }

  /** Handing a task back that was delegated takes no content: what the form asks for is filled in by whoever completes the task. */
  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    if (variables != null && !variables.isEmpty()) {
      throw notOffered();
    }
    super.resolveTask(taskId);
  }

  /** No model of this application lets an official end a task by raising an error. */
  @Override
  public void handleBpmnError(String taskId, String errorCode) {
    throw notOffered();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
    throw notOffered();
  }

  @Override
  public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
    throw notOffered();
  }

  /** No model of this application lets an official end a task by raising an escalation. */
  @Override
  public void handleEscalation(String taskId, String escalationCode) {
    throw notOffered();
  }

  @Override
  public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
    throw notOffered();
  }

  @Override
  public void claim(String taskId, String userId) {
    if (userId == null) {
      super.claim(taskId, null);
    } else {
      commandExecutor.execute(context -> {
        submitting.get().claim(taskId, userId, context);
        return null;
      });
    }
  }

  /** Who claimed a task may hand it back to the group; the engine alone would ask for the right to assign tasks to anyone. */
  @Override
  public void setAssignee(String taskId, String userId) {
    commandExecutor.execute(context -> {
      var task = context.getTaskManager().findTaskById(taskId);
      String current = context.getAuthenticatedUserId();
      if (userId == null && task != null && task.getAssignee() == null) {
        // handed back already, in another window
        return null;
      }
      if (userId == null && task != null && current != null && current.equals(task.getAssignee())) {
        return context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(Context.getCommandContext()));
      }
      return new AssignTaskCmd(taskId, userId).execute(context);
    });
  }

  private static RefusedException notOffered() {
    return new RefusedException("NOT_OFFERED", "本事项不支持这种办理方式，请在任务表单中填写后办结。", FormField.CLAUSE);
  }
}
