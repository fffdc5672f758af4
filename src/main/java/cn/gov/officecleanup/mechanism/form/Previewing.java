package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Shows who has to decide what the decision would look like as an official document. */
@Component
public class Previewing {

  /** The property of a user task that names the documents its form offers. */
  public static final String PROPERTY = "previews";

  private final ProcessEngineConfigurationImpl engine;
  private final OwnTasks tasksToDo;
  private final ObjectProvider<DocumentPreview> previews;

  Previewing(@Lazy ProcessEngineConfigurationImpl engine, OwnTasks tasksToDo, ObjectProvider<DocumentPreview> previews) {
    this.engine = engine;
    this.tasksToDo = tasksToDo;
    this.previews = previews;
  }

  /** @return the documents that a task's model offers, in its order */
  List<DocumentPreview> offeredAt(TaskEntity task) {
    return ModelProperties.words(task.getBpmnModelElementInstance(), PROPERTY)
        .stream()
        .flatMap(name -> previews.stream().filter(preview -> preview.name().equals(name)))
        .toList();
  }

  /**
   * @param typed what is filled into the form, by field
   * @return .docx; empty when the signed-in official has not that task to do, or it does not offer that document
   * @throws RefusedException what the document would rest on is missing, or its template is defective
   */
  public Optional<byte[]> draw(String taskId, String name, Map<String, String> typed) {
    if (!tasksToDo.include(taskId)) {
      return Optional.empty();
    }
    return engine.getCommandExecutorTxRequired().execute(context -> {
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      return offeredAt(task).stream()
          .filter(preview -> preview.name().equals(name))
          .findFirst()
          .map(preview -> preview.draw(task.getProcessInstance().getProcessBusinessKey(), typed));
    });
  }
}
