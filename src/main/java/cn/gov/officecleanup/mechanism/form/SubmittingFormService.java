package cn.gov.officecleanup.mechanism.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, in which submitting a task's form goes through {@link SubmittingForm}. */
class SubmittingFormService extends FormServiceImpl {

  private final Supplier<SubmittingForm> submitting;

  SubmittingFormService(Supplier<SubmittingForm> submitting) {
    this.submitting = submitting;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    commandExecutor.execute(context -> submitting.get().submit(taskId, properties, false, context));
  }

  @Override
  public void submitTaskFormData(String taskId, Map<String, String> properties) {
    submitTaskForm(taskId, Map.copyOf(properties));
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return commandExecutor.execute(context -> submitting.get().submit(taskId, properties, true, context));
  }
}
