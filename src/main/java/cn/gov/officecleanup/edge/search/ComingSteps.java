package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.handling.CaseTasks;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.way.Ahead;
import cn.gov.officecleanup.mechanism.way.WaysAhead;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells officials what comes next, who will have it and by when: in a case that runs, and before one begins. */
@Component
public class ComingSteps {

  /** Most governments' cases are begun by officials of theirs. */
  private static final String GOVERNMENT = "governmentCode";

  /** what the engine notes of a task that was done */
  private static final String COMPLETED = "completed";

  private final WaysAhead ways;
  private final GroupNames groups;
  private final Officials officials;
  private final Procedures procedures;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final CaseTasks caseTasks;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final HistoryService history;

  ComingSteps(WaysAhead ways, GroupNames groups, Officials officials, Procedures procedures, CaseFiles cases, CaseReading reading,
      CaseTasks caseTasks, @Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy HistoryService history) {
    this.ways = ways;
    this.groups = groups;
    this.officials = officials;
    this.procedures = procedures;
    this.cases = cases;
    this.reading = reading;
    this.caseTasks = caseTasks;
    this.tasks = tasks;
    this.runtime = runtime;
    this.history = history;
  }

  /**
   * A step that comes.
   *
   * @param who Chinese names of those who will have it; empty where that is not settled yet
   * @param lastDay day by which it is to be done if all before it use their terms up, in words; null where it has no term
   * @param awaited whether nobody does it: the case waits for it
   */
  public record Coming(String name, String who, String lastDay, boolean awaited) {
  }

  /**
   * What comes after something is decided.
   *
   * @param decision Chinese word for it; null where nothing that is decided changes what comes
   */
  public record Branch(String decision, List<Coming> next) {
  }

  /**
   * What comes after a task that is open.
   *
   * @param rest all that comes on the usual way, in its order
   */
  public record After(String stepName, List<Branch> branches, List<Coming> rest) {
  }

  /**
   * The whole way of a case, its called procedures included.
   *
   * @param done steps that were done, in their order
   * @param now names of the steps that are open
   * @param coming all that comes after this task on the usual way, in its order
   */
  public record Way(List<Done> done, List<String> now, List<Coming> coming) {
  }

  /**
   * A step that was done.
   *
   * @param who name of who did it; null where nobody's is kept
   */
  public record Done(String name, String who, Instant at) {
  }

  /** @return the whole way of the case that a task is of; empty where there is no such task or this official may not read its case */
  public Optional<Way> wayOf(String taskId, Official official) {
    return officials.asApplication(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .map(task -> runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult())
        .map(ProcessInstance::getBusinessKey)
        .flatMap(cases::find)
        .filter(file -> reading.mayRead(official, file))
        .map(file -> new Way(done(file.caseNumber()), caseTasks.neededBy(file.caseNumber()).stream().map(Task::getName).distinct().toList(),
            inWords(ways.usual(taskId)))));
  }

  private List<Done> done(String caseNumber) {
    return history.createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .taskDeleteReason(COMPLETED)
        .orderByHistoricTaskInstanceEndTime()
        .asc()
        .list()
        .stream()
        .filter(task -> !procedures.of(task.getProcessDefinitionKey()).beside())
        .map(task -> new Done(task.getName(), task.getAssignee() == null ? null : officials.nameOf(task.getAssignee()),
            task.getEndTime().toInstant()))
        .toList();
  }

  /** @param open tasks of a case, of which those of one step are told of once */
  List<After> after(List<Task> open) {
    return open.stream()
        .collect(Collectors.toMap(Task::getTaskDefinitionKey, task -> task, (one, other) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .map(task -> new After(task.getName(),
            ways.decisions(task.getId()).stream().map(decision -> new Branch(decision.word(), inWords(decision.next()))).toList(),
            inWords(ways.usual(task.getId()))))
        .toList();
  }

  /** @return the steps of a procedure that this official is about to begin; empty where there is no such procedure */
  public Optional<List<Coming>> of(String procedureKey, Official official) {
    Map<String, String> known = official.governments().stream().limit(1).collect(Collectors.toMap(code -> GOVERNMENT, code -> code));
    return ways.usual(procedureKey, known).map(this::inWords);
  }

  private List<Coming> inWords(List<Ahead> steps) {
    Map<String, String> names = groups.namesOf(steps.stream().flatMap(step -> step.groups().stream()).toList());
    return steps.stream()
        .map(step -> new Coming(step.name(),
            step.groups().stream().map(names::get).filter(Objects::nonNull).collect(Collectors.joining("、")),
            step.lastDay() == null ? null : InWords.day(step.lastDay()), step.awaited()))
        .toList();
  }
}
