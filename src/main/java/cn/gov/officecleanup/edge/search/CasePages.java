package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.handling.CaseTasks;
import cn.gov.officecleanup.mechanism.handling.LinkingCases;
import cn.gov.officecleanup.mechanism.handling.MoreTime;
import cn.gov.officecleanup.mechanism.handling.ReturningCase;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.platform.ProcedureNames;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.seal.DocumentSeals;
import cn.gov.officecleanup.procedure.urging.Urging;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Gathers all there is about a case on one page; what the community edition's Cockpit does not show of finished ones as well. */
@Service
public class CasePages {

  private final CaseFiles cases;
  private final CaseReading reading;
  private final CaseFindings findings;
  private final Opinions opinions;
  private final CaseDocuments documents;
  private final DocumentSeals seals;
  private final EscalationLedger escalations;
  private final AssetLedger ledger;
  private final Governments governments;
  private final GroupNames groups;
  private final Officials officials;
  private final Procedures procedures;
  private final ProcedureNames names;
  private final CaseSearch search;
  private final ReturningCase returning;
  private final LinkingCases linking;
  private final Urging urging;
  private final MoreTime moreTime;
  private final MovingDeadlines deadlines;
  private final ComingSteps coming;
  private final CaseTasks caseTasks;
  private final ObjectProvider<CaseFacts> facts;
  private final HistoryService history;
  private final RepositoryService repository;
  private final TaskService tasks;

  CasePages(CaseFiles cases, CaseReading reading, CaseFindings findings, Opinions opinions, CaseDocuments documents, DocumentSeals seals,
      EscalationLedger escalations, AssetLedger ledger, Governments governments, GroupNames groups, Officials officials,
      Procedures procedures, ProcedureNames names, CaseSearch search, ReturningCase returning, LinkingCases linking, Urging urging,
      MoreTime moreTime, MovingDeadlines deadlines, ComingSteps coming, CaseTasks caseTasks, ObjectProvider<CaseFacts> facts,
      @Lazy HistoryService history, @Lazy RepositoryService repository, @Lazy TaskService tasks) {
    this.cases = cases;
    this.reading = reading;
    this.findings = findings;
    this.opinions = opinions;
    this.documents = documents;
    this.seals = seals;
    this.escalations = escalations;
    this.ledger = ledger;
    this.governments = governments;
    this.groups = groups;
    this.officials = officials;
    this.procedures = procedures;
    this.names = names;
    this.search = search;
    this.returning = returning;
    this.linking = linking;
    this.urging = urging;
    this.moreTime = moreTime;
    this.deadlines = deadlines;
    this.coming = coming;
    this.caseTasks = caseTasks;
    this.facts = facts;
    this.history = history;
    this.repository = repository;
    this.tasks = tasks;
  }

  /** @return the page of a case; empty where there is none that this official may read */
  public Optional<CasePage> of(String caseNumber, Official official) {
    return readable(caseNumber, official).map(file -> page(file, official));
  }

  /** @return the BPMN model that a process instance of the case followed, as XML; empty where there is none that this official may read */
  public Optional<String> model(String caseNumber, String processInstanceId, Official official) {
    return readable(caseNumber, official).flatMap(file -> officials.asApplication(() -> instancesOf(file).stream()
        .filter(instance -> instance.getId().equals(processInstanceId))
        .findFirst()
        .map(instance -> read(instance.getProcessDefinitionId()))));
  }

  private Optional<CaseFile> readable(String caseNumber, Official official) {
    return cases.find(caseNumber).filter(file -> reading.mayRead(official, file));
  }

  private CasePage page(CaseFile file, Official official) {
    String number = file.caseNumber();
    List<Task> open = officials.asApplication(() -> caseTasks.allOf(number));
    return new CasePage(number, file.title(), names.all().getOrDefault(file.procedureKey(), file.procedureKey()),
        governments.get(file.governmentCode()).title(), file.openedAt(), file.closedAt(),
        deadlines.ofCase(number).map(work -> instant(work.due())).orElse(null),
        facts.orderedStream().flatMap(contributor -> contributor.of(file).stream()).toList(), findings.open(number), opinions.of(number),
        late(number), open.stream().map(this::waiting).toList(), officials.asApplication(() -> coming.after(caseTasks.ownOf(open))),
        readings(number, open),
        documents.list(number).stream().filter(document -> reading.mayReadDocument(official, file, document.kind())).toList(),
        seals.sealedIn(number), related(file, official), linked(number, official), linking.mayLink(file, official), assets(number),
        ledger.entriesOf(number).stream().map(CasePages::entry).toList(),
        returning.recallable(number, official).map(Choice::label).orElse(null), urging.mayUrge(file, official),
        moreTime.ofCase(file, official), officials.asApplication(() -> instancesOf(file).stream().map(this::diagram).toList()));
  }

  private List<CasePage.Late> late(String caseNumber) {
    return escalations.of(caseNumber)
        .stream()
        .map(entry -> new CasePage.Late(entry.what(), entry.stepName(), groups.nameOf(entry.lateGroup()), entry.dueAt(), entry.notedAt(),
            entry.closedAt()))
        .toList();
  }

  /** Those who have read it first, in their order, then those who have not. */
  private List<CasePage.Reading> readings(String caseNumber, List<Task> open) {
    List<String> reading = procedures.keys(Procedure::onlyRead);
    Set<String> confirmed = reading.stream().flatMap(key -> procedures.of(key).notes().stream()).collect(Collectors.toSet());
    return Stream
        .concat(
            opinions.of(caseNumber)
                .stream()
                .filter(opinion -> confirmed.contains(opinion.step()))
                .map(opinion -> new CasePage.Reading(opinion.levelName(), opinion.userName(), opinion.givenAt(), opinion.words())),
            open.stream()
                .filter(task -> reading.contains(CaseTasks.keyOf(task)))
                .map(task -> new CasePage.Reading(officials.asApplication(() -> groupsOf(task)), null, null, null)))
        .toList();
  }

  private CasePage.Waiting waiting(Task task) {
    return new CasePage.Waiting(task.getName(), officials.asApplication(() -> groupsOf(task)),
        task.getAssignee() == null ? null : officials.nameOf(task.getAssignee()), task.getCreateTime().toInstant(),
        instant(task.getDueDate()), task.getDueDate() != null && task.getDueDate().before(ClockUtil.getCurrentTime()));
  }

  private String groupsOf(Task task) {
    return tasks.getIdentityLinksForTask(task.getId())
        .stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .sorted()
        .map(groups::nameOf)
        .collect(Collectors.joining("、"));
  }

  private List<SearchResult.Case> related(CaseFile file, Official official) {
    return search.listed(Stream
        .concat(Optional.ofNullable(file.parentCaseNumber()).flatMap(cases::find).stream(), cases.cameOutOf(file.caseNumber()).stream())
        .filter(other -> reading.mayRead(official, other))
        .toList());
  }

  private List<CasePage.Linked> linked(String caseNumber, Official official) {
    return linking.of(caseNumber)
        .stream()
        .flatMap(link -> cases.find(link.other())
            .filter(other -> reading.mayRead(official, other))
            .stream()
            .map(other -> new CasePage.Linked(other.caseNumber(), other.title(), link.words(), officials.nameOf(link.linkedBy()),
                link.linkedBy().equals(official.userId()))))
        .toList();
  }

  private List<CasePage.Asset> assets(String caseNumber) {
    Map<Long, String> outcomes = ledger.entriesOf(caseNumber)
        .stream()
        .filter(entry -> entry.step() == LedgerStep.DISPOSED && entry.method() != null)
        .collect(Collectors.toMap(LedgerEntry::assetId, entry -> entry.method().label(), (one, other) -> one));
    return ledger.assetsOf(caseNumber)
        .stream()
        .map(asset -> new CasePage.Asset(asset.assetNumber(), asset.kind() == null ? "" : asset.kind().label(), asset.name(),
            asset.bookValue(), outcomes.get(asset.id())))
        .toList();
  }

  private static CasePage.Entry entry(LedgerEntry entry) {
    return new CasePage.Entry(entry.entryNumber(), entry.assetNumber(), entry.step() == null ? "" : entry.step().label(), entry.amount(),
        entry.receiptNumber(), entry.userName(), entry.recordedAt());
  }

  private List<HistoricProcessInstance> instancesOf(CaseFile file) {
    return history.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(file.caseNumber())
        .orderByProcessInstanceStartTime()
        .asc()
        .list()
        .stream()
        .filter(instance -> !procedures.of(instance.getProcessDefinitionKey()).beside())
        .toList();
  }

  private CasePage.Diagram diagram(HistoricProcessInstance instance) {
    List<CasePage.Step> steps = new ArrayList<>();
    for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
        .processInstanceId(instance.getId())
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .list()) {
      steps
          .add(new CasePage.Step(activity.getActivityId(), activity.getAssignee() == null ? null : officials.nameOf(activity.getAssignee()),
              activity.getStartTime().toInstant(), instant(activity.getEndTime()), activity.isCanceled()));
    }
    return new CasePage.Diagram(instance.getId(), instance.getProcessDefinitionName(), instance.getStartTime().toInstant(),
        instant(instance.getEndTime()), steps);
  }

  private String read(String definitionId) {
    try (InputStream model = repository.getProcessModel(definitionId)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
