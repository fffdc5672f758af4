package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes documents in at the step where they are owed: a task takes the kinds that its form names, from who has it to do, and each document
 * is kept with the step and the group, so that a check counts what came from whom it had to come from.
 */
@Component
public class AttachingDocuments {

  private static final String RULE = "附件要求";

  private final ProcessEngineConfigurationImpl engine;
  private final TaskService tasks;
  private final OwnTasks toDo;
  private final DeployedForms forms;
  private final SeparationOfDuties duties;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final Officials officials;

  AttachingDocuments(@Lazy ProcessEngineConfigurationImpl engine, @Lazy TaskService tasks, OwnTasks toDo, DeployedForms forms,
      SeparationOfDuties duties, CaseFiles cases, CaseDocuments documents, Officials officials) {
    this.engine = engine;
    this.tasks = tasks;
    this.toDo = toDo;
    this.forms = forms;
    this.duties = duties;
    this.cases = cases;
    this.documents = documents;
    this.officials = officials;
  }

  /**
   * Attaches a document to the case of a task.
   *
   * @param kind one of those that the task's form names
   * @param fileName as the official's machine named it
   * @return what is stored; empty when the signed-in official has not that task to do, or it is of no case
   * @throws RefusedException when the task is a colleague's or to be kept apart from what the official did before, its form does not name
   * the kind, or the document cannot be taken
   */
  public Optional<StoredDocument> attach(String taskId, String kind, String fileName, byte[] content) {
    if (!toDo.include(taskId)) {
      return Optional.empty();
    }
    Official official = officials.required();
    return engine.getCommandExecutorTxRequired().execute(context -> {
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      Optional<CaseFile> file = cases.find(Objects.requireNonNullElse(task.getProcessInstance().getProcessBusinessKey(), ""));
      if (task.getAssignee() != null && !task.getAssignee().equals(official.userId())) {
        throw new RefusedException("CLAIMED_BY_OTHER", "该任务已由“%s”签收，附件由其本人上传。".formatted(officials.nameOf(task.getAssignee())), RULE);
      }
      duties.check(task, official);
      requireKind(task, kind, context);
      return file.map(found -> documents.store(new NewDocument(found.caseNumber(), found.governmentCode(), kind, fileName, content,
          official.userId(), task.getTaskDefinitionKey(), groupOf(task, official))));
    });
  }

  /**
   * Files a document that is {@linkplain #isAtHand at hand} as of another kind.
   *
   * @param kind one of those that the form names at which the document is in the signed-in official's hands
   * @throws RefusedException when the form does not name the kind, or the case has the document as of that kind already
   */
  public StoredDocument changeKind(StoredDocument document, String kind) {
    return engine.getCommandExecutorTxRequired().execute(context -> {
      requireKind(atHand(document, context).findFirst().orElseThrow(), kind, context);
      return documents.changeKind(document, kind);
    });
  }

  /**
   * What a later step rests on stays: a document is taken back where it was attached, or where its form is filled in again.
   *
   * @return whether the signed-in official has to do a task of the case at which the document is in their hands
   */
  public boolean isAtHand(StoredDocument document) {
    return engine.getCommandExecutorTxRequired().execute(context -> atHand(document, context).findAny().isPresent());
  }

  private Stream<TaskEntity> atHand(StoredDocument document, CommandContext context) {
    return tasks.createTaskQuery()
        .processInstanceBusinessKey(document.caseNumber())
        .taskCandidateGroupIn(List.copyOf(officials.required().groups()))
        .includeAssignedTasks()
        .list()
        .stream()
        .map(task -> context.getTaskManager().findTaskById(task.getId()))
        .filter(task -> document.step() == null || forms.stepsWithFormOf(task).contains(document.step()));
  }

  private void requireKind(TaskEntity task, String kind, CommandContext context) {
    List<Choice> kinds = forms.nameOf(task)
        .map(form -> forms.schema(task.getProcessDefinition(), form, context).documentKinds())
        .orElse(List.of());
    if (kinds.stream().noneMatch(named -> named.value().equals(kind))) {
      throw new RefusedException("NO_SUCH_KIND", kinds.isEmpty() ? "本环节不需要上传附件。"
          : "附件种类不正确。本环节可以上传：%s；请从表单中选择附件种类后上传。".formatted(kinds.stream().map(Choice::label).collect(Collectors.joining("、"))), RULE);
    }
  }

  private static String groupOf(TaskEntity task, Official official) {
    List<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().toList();
    return groups.stream().filter(official.groups()::contains).findFirst().orElse(groups.isEmpty() ? null : groups.get(0));
  }
}
