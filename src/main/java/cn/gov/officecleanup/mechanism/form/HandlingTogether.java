package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Does several tasks of one step from one page (批量办理), where the step's model carries the property {@value #PROPERTY}. Where nothing in its
 * form differs from case to case it is {@value #DECIDED}: one decision and one opinion are said of all. Else it is {@value #FILLED_IN}: a
 * table has a row for each and a column for each field. Each is completed as if it were the only one, by the same checks and in a
 * transaction of its own.
 */
@Component
public class HandlingTogether {

  /** Property of a task that can be done with others of its step. */
  public static final String PROPERTY = "together";
  /** Its value where the form asks for no more than a decision, an opinion and a confirmation. */
  public static final String DECIDED = "decided";
  /** Its value where the form has fields, but no table that must have rows. */
  public static final String FILLED_IN = "filledIn";
  /** most tasks that are looked at at once */
  static final int MOST = 200;

  private static final String CLAUSE = "办理";

  private final ProcessEngineConfigurationImpl engine;
  private final TaskService tasks;
  private final DeployedForms forms;
  private final FormAssembly assembly;
  private final OwnTasks toDo;
  private final WhatBecameOfTask whatBecame;
  private final CaseFindings findings;
  private final ObjectProvider<CompletionGuard> guards;
  private final Officials officials;

  HandlingTogether(@Lazy ProcessEngineConfigurationImpl engine, @Lazy TaskService tasks, DeployedForms forms, FormAssembly assembly,
      OwnTasks toDo, WhatBecameOfTask whatBecame, CaseFindings findings, ObjectProvider<CompletionGuard> guards, Officials officials) {
    this.engine = engine;
    this.tasks = tasks;
    this.forms = forms;
    this.assembly = assembly;
    this.toDo = toDo;
    this.whatBecame = whatBecame;
    this.findings = findings;
    this.guards = guards;
    this.officials = officials;
  }

  /**
   * A task that is to be decided with others.
   *
   * @param facts what stands in its form above the fields
   * @param lastSaid what was decided and said in its case before; null where nothing was
   * @param values what its form is filled in with already, by field
   * @param unlawful by field, why which of its options may not be chosen in its case
   * @param reason why it cannot be done with the others; null where it can
   */
  public record Item(String taskId, String caseNumber, String title, List<CaseFacts.Fact> facts, String lastSaid,
      Map<String, Object> values, Map<String, Map<String, String>> unlawful, String reason) {
  }

  /**
   * A field that is filled in for each of them.
   *
   * @param options to choose from; none where it is no choice
   * @param shownWhen conditions of the parts of the form that it stands in
   */
  public record Column(String name, String label, FormField.Kind kind, boolean required, String requiredWhen, List<String> shownWhen,
      Integer minLength, Integer maxLength, String min, String max, Integer decimals, List<Choice> options) {
  }

  /**
   * What is asked once for all of them.
   *
   * @param step names the step; null where none of the tasks can be decided together
   * @param stepName its Chinese name
   * @param decision label of the decision; null where the form asks for none
   * @param decisions to choose from
   * @param opinion label of the opinion; null where the form asks for none
   * @param opinionRequired whether it is demanded whatever is decided
   * @param confirmation label of what is confirmed; null where nothing is
   * @param columns what is filled in for each of them; none where they are decided as one
   * @param documents kinds of documents that can be attached to all of them
   */
  public record Offer(String step, String stepName, String decision, List<Choice> decisions, String opinion, boolean opinionRequired,
      String confirmation, List<Column> columns, List<Choice> documents, List<Item> items) {
  }

  /**
   * @return what would be asked for these tasks, the step of the first that can be decided together; each that cannot has its reason
   * @throws RefusedException when there are too many, or none
   */
  public Offer offer(List<String> taskIds) {
    if (taskIds == null || taskIds.isEmpty() || taskIds.size() > MOST) {
      throw new RefusedException("TOO_MANY_TASKS", "请选择1至%d件待办一起办理。".formatted(MOST), CLAUSE);
    }
    Official official = officials.required();
    return inEngine(context -> {
      List<String> ids = taskIds.stream().distinct().toList();
      Optional<TaskEntity> first = ids.stream()
          .filter(toDo::include)
          .map(context.getTaskManager()::findTaskById)
          .filter(task -> wayOf(task).isPresent())
          .findFirst();
      String step = first.map(HandlingTogether::stepOf).orElse(null);
      List<Item> items = ids.stream().map(id -> item(id, step, official, context)).toList();
      return first.map(task -> {
        FormSchema schema = schema(task, context);
        if (isFilledIn(task)) {
          return new Offer(step, task.getName(), null, List.of(), null, false, null, columns(schema), schema.documentKinds(), items);
        }
        Optional<FormField> decision = field(schema, Submission.DECISION);
        Optional<FormField> opinion = field(schema, Submission.OPINION);
        return new Offer(step, task.getName(), decision.map(FormField::label).orElse(null),
            decision.map(FormField::options).orElse(List.of()), opinion.map(FormField::label).orElse(null),
            opinion.map(FormField::required).orElse(false), confirmations(schema).map(FormField::label).findFirst().orElse(null), List.of(),
            List.of(), items);
      }).orElse(new Offer(null, null, null, List.of(), null, false, null, List.of(), List.of(), items));
    });
  }

  /**
   * Completes one of them as the signed-in official, in a transaction of its own.
   *
   * @param step the step that they are all of, from the offer
   * @param filledIn values by field: the decision and the opinion, or those of its row
   * @throws RefusedException when it is not of that step, cannot be done with others, or cannot be completed by itself either
   */
  public void complete(String taskId, String step, Map<String, Object> filledIn) {
    Official official = officials.required();
    Map<String, Object> content = inEngine(context -> {
      reason(taskId, step, official, context).ifPresent(reason -> {
        throw new RefusedException("NOT_TOGETHER", reason, CLAUSE);
      });
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      if (isFilledIn(task)) {
        return filledIn;
      }
      FormSchema schema = schema(task, context);
      Map<String, Object> values = new HashMap<>();
      Stream.of(Submission.DECISION, Submission.OPINION)
          .filter(name -> field(schema, name).isPresent())
          .forEach(name -> values.put(name, filledIn.get(name)));
      confirmations(schema).forEach(field -> values.put(field.name(), true));
      return values;
    });
    tasks.complete(taskId, content);
  }

  private Item item(String taskId, String step, Official official, CommandContext context) {
    Optional<FormAssembly.OpenForm> form = toDo.include(taskId) ? assembly.ofTask(taskId) : Optional.empty();
    return new Item(taskId, form.map(FormAssembly.OpenForm::caseNumber).orElse(""), form.map(FormAssembly.OpenForm::title).orElse(""),
        form.map(FormAssembly.OpenForm::facts).orElse(List.of()),
        form.map(FormAssembly.OpenForm::opinions)
            .flatMap(opinions -> opinions.stream().reduce((before, last) -> last))
            .map(HandlingTogether::said)
            .orElse(null),
        form.map(FormAssembly.OpenForm::values).orElse(Map.of()), form.map(FormAssembly.OpenForm::unlawful).orElse(Map.of()),
        reason(taskId, step, official, context).orElse(null));
  }

  private static String said(Opinion opinion) {
    List<String> words = new ArrayList<>();
    Stream.of(opinion.decisionLabel(), opinion.words()).filter(text -> text != null && !text.isBlank()).forEach(words::add);
    return "%s（%s）：%s".formatted(opinion.stepName(), opinion.levelName(), words.isEmpty() ? "已办结" : String.join("，", words));
  }

  /** @return why a task cannot be decided with others of a step; empty where it can */
  private Optional<String> reason(String taskId, String step, Official official, CommandContext context) {
    if (!toDo.include(taskId)) {
      return Optional.of(whatBecame.gone(taskId, official).getMessage());
    }
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (wayOf(task).isEmpty()) {
      return Optional.of("“%s”的表单要按各案分别填写，请逐件办理。".formatted(task.getName()));
    }
    if (!stepOf(task).equals(step)) {
      return Optional.of("本件的环节是“%s”，与其他各件不同，请另行办理。".formatted(task.getName()));
    }
    try {
      if (task.getAssignee() != null && !task.getAssignee().equals(official.userId())) {
        throw whatBecame.claimed(taskId, task.getAssignee());
      }
      guards.forEach(guard -> guard.check(task, official));
    } catch (RefusedException e) {
      return Optional.of(e.getMessage());
    }
    int found = findings.open(task.getProcessInstance().getProcessBusinessKey()).size();
    return found == 0 ? Optional.empty() : Optional.of("核查发现%d个问题，请逐件办理。".formatted(found));
  }

  private static Optional<String> wayOf(TaskEntity task) {
    return ModelProperties.words(task.getBpmnModelElementInstance(), PROPERTY).stream().findFirst();
  }

  private static boolean isFilledIn(TaskEntity task) {
    return wayOf(task).filter(FILLED_IN::equals).isPresent();
  }

  private static List<Column> columns(FormSchema schema) {
    return schema.fields()
        .stream()
        .map(field -> new Column(field.name(), field.label(), field.kind(), field.required(), field.requiredWhen(), field.shownWhen(),
            field.minLength(), field.maxLength(), field.min(), field.max(), field.decimals(), field.options()))
        .toList();
  }

  private static String stepOf(TaskEntity task) {
    return task.getProcessDefinition().getKey() + ":" + task.getTaskDefinitionKey();
  }

  private FormSchema schema(TaskEntity task, CommandContext context) {
    return forms.schema(task.getProcessDefinition(), forms.nameOf(task).orElseThrow(), context);
  }

  private static Optional<FormField> field(FormSchema schema, String name) {
    return schema.fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static Stream<FormField> confirmations(FormSchema schema) {
    return schema.fields().stream().filter(field -> field.required() && field.kind() == FormField.Kind.CHECKBOX);
  }

  private <T> T inEngine(Function<CommandContext, T> work) {
    return engine.getCommandExecutorTxRequired().execute(work::apply);
  }
}
