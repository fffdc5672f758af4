package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Completes a task with what an official filled in: whichever interface it comes through, the form's demands are checked, the opinion and
 * the content are kept, and only the decision goes on into the process, as the variable {@code <task>Decision}.
 */
@Component
class SubmittingForm {

  private final CaseFiles cases;
  private final WhatBecameOfTask whatBecame;
  private final DeployedForms forms;
  private final Officials officials;
  private final CandidatesOnly candidates;
  private final Opinions opinions;
  private final FormMeasures measures;
  private final ObjectProvider<CompletionGuard> guards;
  private final ObjectProvider<StandingIn> standingIn;
  private final ObjectProvider<FormContent> contents;
  private final ObjectProvider<FormRecords<?>> records;
  private final CaseFindings findings;
  private final NumberingDocuments numbering;

  SubmittingForm(CaseFiles cases, WhatBecameOfTask whatBecame, DeployedForms forms, Officials officials, CandidatesOnly candidates,
      Opinions opinions, FormMeasures measures, ObjectProvider<CompletionGuard> guards, ObjectProvider<StandingIn> standingIn,
      ObjectProvider<FormContent> contents, ObjectProvider<FormRecords<?>> records, CaseFindings findings, NumberingDocuments numbering) {
    this.cases = cases;
    this.whatBecame = whatBecame;
    this.forms = forms;
    this.officials = officials;
    this.candidates = candidates;
    this.opinions = opinions;
    this.guards = guards;
    this.standingIn = standingIn;
    this.contents = contents;
    this.records = records;
    this.findings = findings;
    this.measures = measures;
    this.numbering = numbering;
  }

  /**
   * @param submitted variables as they came in
   * @return the variables of the process afterwards where {@code returnVariables}, else null
   * @throws RefusedException with Chinese sentences for everything to mend; the task stays open and nothing is changed
   */
  VariableMap submit(String taskId, Map<String, Object> submitted, boolean returnVariables, CommandContext context) {
    cases.holdByTask(taskId);
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw whatBecame.gone(taskId, officials.required());
    }
    Official official = officials.required();
    candidates.check(task, official);
    context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
    if (task.getAssignee() != null && !task.getAssignee().equals(official.userId())) {
      throw whatBecame.claimed(taskId, task.getAssignee());
    }
    guards.forEach(guard -> guard.check(task, official));

    Map<String, Object> decisions = new HashMap<>();
    Optional<String> form = forms.nameOf(task);
    if (form.isPresent()) {
      FormSchema schema = forms.schema(task.getProcessDefinition(), form.get(), context);
      FormTask formTask = new FormTask(taskId, task.getTaskDefinitionKey(), task.getName(), form.get(),
          task.getProcessInstance().getProcessBusinessKey(), task.getExecutionId());
      Submission submission = schema.accept(submitted == null ? Map.of() : submitted,
          measures.ofTask(task, official, () -> values(formTask, schema)));
      Optional<FormRecords<?>> record = records(form.get());
      numbering.keep(formTask, submission);
      // what is handed in is checked anew
      record.ifPresent(kept -> findings.settle(formTask.caseNumber()));
      content(form.get()).ifPresent(content -> content.keep(formTask, submission));
      record.ifPresent(kept -> kept.keep(formTask, schema.fieldNames(), submission));
      String decision = submission.text(Submission.DECISION);
      opinions.give(formTask.caseNumber(), formTask.key(), formTask.name(), groupOf(task, official),
          speaker(official, groupOf(task, official)), decision,
          decision == null ? null : schema.labelOf(Submission.DECISION, decision).orElse(decision), submission.text(Submission.OPINION));
      if (decision != null) {
        decisions.put(task.getTaskDefinitionKey() + "Decision", decision);
      }
    }
    // the engine would look at the same right a second time
    return context.runWithoutAuthorization(() -> new SubmitTaskFormCmd(taskId, decisions, returnVariables, false).execute(context));
  }

  /**
   * Has an official take a task on (签收).
   *
   * @throws RefusedException when a colleague has it, or it is gone
   */
  void claim(String taskId, String userId, CommandContext context) {
    cases.holdByTask(taskId);
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      throw whatBecame.gone(taskId, officials.required());
    }
    context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
    if (task.getAssignee() != null && !task.getAssignee().equals(userId)) {
      throw whatBecame.claimed(taskId, task.getAssignee());
    }
    new ClaimTaskCmd(taskId, userId).execute(context);
  }

  /** @return what a task's form is filled in with when it opens */
  Map<String, Object> values(FormTask task, FormSchema schema) {
    Map<String, Object> values = new HashMap<>();
    records(task.form()).ifPresent(kept -> values.putAll(said(kept, task, schema)));
    content(task.form()).ifPresent(content -> values.putAll(content.values(task)));
    values.putAll(numbering.values(task));
    return values;
  }

  private static <R extends Record> Map<String, Object> said(FormRecords<R> records, FormTask task, FormSchema schema) {
    return records.find(task.caseNumber()).map(record -> {
      Map<String, Object> said = new HashMap<>(records.values(record, schema.shown()));
      said.putAll(records.values(record, schema.fieldNames()));
      return said;
    }).orElse(Map.of());
  }

  private Optional<FormRecords<?>> records(String form) {
    return records.stream().filter(kept -> kept.forms().contains(form)).findFirst();
  }

  private Optional<FormContent> content(String form) {
    return contents.stream().filter(content -> content.forms().contains(form)).findFirst();
  }

  /** An opinion names for whom it was given, where that was somebody absent. */
  private Official speaker(Official official, String group) {
    return standingIn.stream()
        .flatMap(rule -> rule.forWhom(official, group).stream())
        .findFirst()
        .map(absent -> new Official(official.userId(), "%s（代%s）".formatted(official.name(), absent), official.groups()))
        .orElse(official);
  }

  /** What is offered to no group is done as one of the own. */
  private static String groupOf(TaskEntity task, Official official) {
    return task.getCandidates()
        .stream()
        .map(link -> link.getGroupId())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> official.groups().stream().sorted().findFirst().orElse(null));
  }
}
