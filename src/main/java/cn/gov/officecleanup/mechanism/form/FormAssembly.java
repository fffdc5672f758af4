package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Gathers what an official sees when a form opens: what the case is about, what was found and said before, its documents, what to choose
 * from.
 */
@Component
public class FormAssembly {

  /**
   * What a form shows.
   *
   * @param caseNumber null when the form starts a procedure
   * @param values field values by name
   * @param choices choices by the name the form gives them
   * @param previews documents that can be looked at before they are issued
   * @param today day by which dates are measured
   * @param attached ids of those documents that count for what this form demands
   * @param unlawful by field, why which of its options may not be chosen in this case
   * @param draft what this official typed before and kept (暂存); null where nothing
   * @param taking how it is taken on (签收); null for a form that starts a procedure, and for who merely sees the task
   */
  public record OpenForm(String caseNumber, String title, Instant due, List<CaseFacts.Fact> facts, List<Finding> findings,
      List<Opinion> opinions, List<StoredDocument> documents, Map<String, Object> values, Map<String, List<Choice>> choices,
      List<Choice> previews, LocalDate today, List<UUID> attached, Map<String, Map<String, String>> unlawful, FormDraft draft,
      TakingOn taking) {
  }

  private final ProcessEngineConfigurationImpl engine;
  private final DeployedForms forms;
  private final SubmittingForm submitting;
  private final FormMeasures measures;
  private final Officials officials;
  private final Procedures procedures;
  private final CaseReading reading;
  private final CaseFiles cases;
  private final CaseFindings findings;
  private final Opinions opinions;
  private final CaseDocuments documents;
  private final FormDrafts drafts;
  private final OwnTasks tasksToDo;
  private final Previewing previewing;
  private final TakingOn.Finder taking;
  private final Auditing auditing;
  private final ObjectProvider<CaseFacts> facts;

  FormAssembly(@Lazy ProcessEngineConfigurationImpl engine, DeployedForms forms, SubmittingForm submitting, FormMeasures measures,
      Officials officials, Procedures procedures, CaseReading reading, CaseFiles cases, CaseFindings findings, Opinions opinions,
      CaseDocuments documents, FormDrafts drafts, OwnTasks tasksToDo, Previewing previewing, TakingOn.Finder taking, Auditing auditing,
      ObjectProvider<CaseFacts> facts) {
    this.engine = engine;
    this.forms = forms;
    this.submitting = submitting;
    this.measures = measures;
    this.officials = officials;
    this.procedures = procedures;
    this.reading = reading;
    this.cases = cases;
    this.findings = findings;
    this.opinions = opinions;
    this.documents = documents;
    this.drafts = drafts;
    this.tasksToDo = tasksToDo;
    this.previewing = previewing;
    this.taking = taking;
    this.auditing = auditing;
    this.facts = facts;
  }

  /**
   * @return the form of a task; empty when the signed-in official may not see that task, or merely sees it and may not read its case. Who
   * has to do a task in a case that others handle, such as urging them, gets its form without what stands in that case; who merely sees a
   * task, its form without what is filled in.
   */
  public Optional<OpenForm> ofTask(String taskId) {
    return inEngine(context -> tasksToDo.seen(taskId, context).flatMap(task -> {
      List<CaseFile> files = lineOf(task.getProcessInstance().getProcessBusinessKey());
      List<CaseFile> readable = files.stream().filter(file -> reading.mayRead(officials.required(), file)).toList();
      boolean toDo = OwnTasks.areOffered(task, officials.required());
      return toDo || readable.size() == files.size() ? Optional.of(open(task, toDo, readable, context)) : Optional.empty();
    }));
  }

  /** @return the form that starts a procedure */
  public OpenForm ofStart(String procedureKey) {
    return inEngine(context -> {
      ProcessDefinitionEntity definition = engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(procedureKey);
      Circumstances circumstances = measures.ofStart(officials.required());
      Map<String, List<Choice>> choices = forms.startFormOf(definition)
          .map(form -> forms.schema(definition, form, context).choices(circumstances, Map.of()))
          .orElse(Map.of());
      return new OpenForm(null, definition.getName(), null, List.of(), List.of(), List.of(), List.of(), Map.of(), choices, List.of(),
          circumstances.today(), List.of(), Map.of(), drafts.own(DraftedForm.beginning(procedureKey)).orElse(null), null);
    });
  }

  /**
   * @param answers what the form of a task is filled in with now, by field
   * @return by field, why which of its options may not be chosen beside these answers; empty when it is not a task for the signed-in
   * official to do
   */
  public Optional<Map<String, Map<String, String>>> unlawful(String taskId, Map<String, ?> answers) {
    return inEngine(context -> tasksToDo.seen(taskId, context).filter(task -> OwnTasks.areOffered(task, officials.required())).map(task -> {
      Circumstances circumstances = measures.ofTask(task, officials.required(), Map::of);
      return forms.nameOf(task)
          .map(name -> forms.schema(task.getProcessDefinition(), name, context).unlawful(circumstances, answers))
          .orElse(Map.of());
    }));
  }

  private OpenForm open(TaskEntity task, boolean toDo, List<CaseFile> files, CommandContext context) {
    String caseNumber = task.getProcessInstance().getProcessBusinessKey();
    String form = forms.nameOf(task).orElse("");
    Procedure procedure = procedures.of(task.getProcessDefinition().getKey());
    if (files.stream().anyMatch(reading::isAboutAPerson) || toDo && procedure.personalForms().contains(form)) {
      auditing.sawPersonalData(caseNumber, task.getName());
    }
    FormTask formTask = new FormTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), form, caseNumber, task.getExecutionId());
    Optional<FormSchema> schema = forms.nameOf(task).map(name -> forms.schema(task.getProcessDefinition(), name, context));
    Map<String, Object> values = schema.filter(demands -> toDo).map(demands -> submitting.values(formTask, demands)).orElse(Map.of());
    Circumstances circumstances = measures.ofTask(task, officials.required(), () -> values);
    Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
    return new OpenForm(caseNumber, cases.find(caseNumber).map(CaseFile::title).orElse(task.getName()), due,
        files.stream().flatMap(file -> facts.orderedStream().flatMap(contributor -> contributor.of(file).stream())).distinct().toList(),
        files.stream()
            .filter(file -> file.caseNumber().equals(caseNumber))
            .flatMap(file -> findings.open(file.caseNumber()).stream())
            .toList(),
        files.stream()
            .sorted((a, b) -> a.openedAt().compareTo(b.openedAt()))
            .flatMap(file -> opinions.of(file.caseNumber()).stream())
            .toList(),
        files.stream().flatMap(this::readableDocumentsOf).toList(), values,
        schema.map(demands -> demands.choices(circumstances, values)).orElse(Map.of()),
        toDo ? previewing.offeredAt(task).stream().map(preview -> new Choice(preview.name(), preview.label())).toList() : List.of(),
        circumstances.today(),
        schema.filter(demands -> !demands.documentKinds().isEmpty())
            .map(demands -> circumstances.attached())
            .orElse(List.of())
            .stream()
            .map(StoredDocument::id)
            .toList(),
        schema.filter(demands -> toDo).map(demands -> demands.unlawful(circumstances, values)).orElse(Map.of()),
        toDo ? drafts.own(DraftedForm.ofTask(task.getId())).orElse(null) : null, toDo ? taking.of(task, officials.required()) : null);
  }

  private Stream<StoredDocument> readableDocumentsOf(CaseFile file) {
    return documents.list(file.caseNumber())
        .stream()
        .filter(document -> reading.mayReadDocument(officials.required(), file, document.kind()));
  }

  /** The case and those it came out of: who winds an office up reads why. */
  private List<CaseFile> lineOf(String caseNumber) {
    List<CaseFile> line = new ArrayList<>();
    for (Optional<CaseFile> file = cases.find(caseNumber); file
        .isPresent(); file = Optional.ofNullable(file.get().parentCaseNumber()).flatMap(cases::find)) {
      line.add(file.get());
    }
    return line;
  }

  private <T> T inEngine(Function<CommandContext, T> work) {
    return engine.getCommandExecutorTxRequired().execute(work::apply);
  }
}
