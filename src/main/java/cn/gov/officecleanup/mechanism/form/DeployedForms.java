package cn.gov.officecleanup.mechanism.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.delegate.Expression;
import org.springframework.stereotype.Component;

/** Finds the form that belongs to a task or to the start of a procedure, in the very version that the official sees. */
@Component
class DeployedForms {

  static final String PREFIX = "embedded:deployment:";
  private static final String FOLDER = "forms/";
  private static final String ENDING = ".html";

  private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

  /** @return name of the task's form without folder and ending; empty for a task without one */
  Optional<String> nameOf(TaskEntity task) {
    Expression formKey = task.getTaskDefinition() == null ? null : task.getTaskDefinition().getFormKey();
    return Optional.ofNullable(formKey).map(this::nameOf);
  }

  /** @return ids of the tasks with the form of this one: a form is filled in at several steps where what it says is corrected */
  Set<String> stepsWithFormOf(TaskEntity task) {
    return nameOf(task).map(form -> task.getProcessDefinition()
        .getTaskDefinitions()
        .values()
        .stream()
        .filter(step -> step.getFormKey() != null && nameOf(step.getFormKey()).equals(form))
        .map(TaskDefinition::getKey)
        .collect(Collectors.toSet())).orElse(Set.of());
  }

  private String nameOf(Expression formKey) {
    return nameOf(formKey.getExpressionText());
  }

  /** @return name of the form that starts the procedure; empty for a procedure without one */
  Optional<String> startFormOf(ProcessDefinitionEntity definition) {
    Expression formKey = definition.getStartFormDefinition() == null ? null : definition.getStartFormDefinition().getFormKey();
    return Optional.ofNullable(formKey).map(Expression::getExpressionText).map(DeployedForms::nameOf);
  }

  /** @return what the form of this name demands, as deployed together with the definition */
  FormSchema schema(ProcessDefinitionEntity definition, String form, CommandContext context) {
    return schemas.computeIfAbsent(definition.getDeploymentId() + "/" + form,
        key -> FormSchema.of(html(definition.getDeploymentId(), FOLDER + form + ENDING, context)));
  }

  private static String nameOf(String formKey) {
    return formKey.substring((PREFIX + FOLDER).length(), formKey.length() - ENDING.length());
  }

  private static String html(String deploymentId, String resource, CommandContext context) {
    ResourceEntity found = context.getResourceManager().findResourceByDeploymentIdAndResourceName(deploymentId, resource);
    if (found == null) {
      throw new IllegalStateException("form " + resource + " is missing from deployment " + deploymentId);
    }
    return new String(found.getBytes(), StandardCharsets.UTF_8);
  }
}
