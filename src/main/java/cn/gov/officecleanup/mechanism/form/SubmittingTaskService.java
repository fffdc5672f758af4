package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, in which every way of completing a task goes through {@link SubmittingForm}. */
class SubmittingTaskService extends TaskServiceImpl {

  private final Supplier<SubmittingForm> submitting;
  private final Supplier<CandidatesOnly> candidates;
  private final Supplier<Officials> officials;

  SubmittingTaskService(Supplier<SubmittingForm> submitting, Supplier<CandidatesOnly> candidates, Supplier<Officials> officials) {
    this.submitting = submitting;
    this.candidates = candidates;
    this.officials = officials;
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

  @Override
  public void resolveTask(String taskId) {
    resolveTask(taskId, null);
  }

  /** Handing a task back that was delegated takes no content: what the form asks for is filled in by whoever completes the task. */
  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    if (variables != null && !variables.isEmpty()) {
      throw notOffered();
    }
    commandExecutor.execute(context -> {
      officials.get().current().ifPresent(official -> mustBeOwn(context.getTaskManager().findTaskById(taskId), official));
      return new ResolveTaskCmd(taskId, null).execute(context);
    });
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

  /** An official takes on for nobody else, and only what is the work of an own group. */
  @Override
  public void claim(String taskId, String userId) {
    if (userId == null) {
      setAssignee(taskId, null);
      return;
    }
    commandExecutor.execute(context -> {
      officials.get().current().ifPresent(official -> {
        if (!official.userId().equals(userId)) {
          throw handedOn();
        }
        mustBeOwn(context.getTaskManager().findTaskById(taskId), official);
      });
      submitting.get().claim(taskId, userId, context);
      return null;
    });
  }

  /** Who claimed a task may hand it back to the group; the engine alone would ask for the right to assign tasks to anyone. */
  @Override
  public void setAssignee(String taskId, String userId) {
    commandExecutor.execute(context -> {
      var task = context.getTaskManager().findTaskById(taskId);
      String current = context.getAuthenticatedUserId();
      if (current == null) {
        return new AssignTaskCmd(taskId, userId).execute(context);
      }
      if (userId == null && task != null && task.getAssignee() == null) {
        // handed back already, in another window
        mustBeOwn(task, officials.get().required());
        return null;
      }
      if (userId != null || task != null && !current.equals(task.getAssignee())) {
        throw handedOn();
      }
      if (task != null && task.getCandidates().isEmpty()) {
        throw new RefusedException("NO_GROUP", "该任务只交给您本人办理，没有可以退回的组。", FormField.CLAUSE);
      }
      return context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(Context.getCommandContext()));
    });
  }

  private void mustBeOwn(TaskEntity task, Official official) {
    // the engine's own command tells that it is gone
    if (task != null) {
      candidates.get().check(task, official);
    }
  }

  private static AuthorizationException handedOn() {
    return new AuthorizationException("任务不能直接指定承办人；需要交给本组同事办理的，请使用“转办”。");
  }

  private static RefusedException notOffered() {
    return new RefusedException("NOT_OFFERED", "本事项不支持这种办理方式，请在任务表单中填写后办结。", FormField.CLAUSE);
  }
}
