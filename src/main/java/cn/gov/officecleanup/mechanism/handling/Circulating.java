package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.identity.ProvincialGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets groups that may read a case read it and confirm that they did (抄送、传阅), by the procedure {@value #PROCESS}; the case goes on
 * meanwhile.
 */
@Component
public class Circulating {

  static final String PROCESS = "case-circulation";
  static final String STEP = "circulate";

  private static final String CLAUSE = "办理";

  private final OwnCaseTask.Finder toDo;
  private final CaseReading reading;
  private final GroupNames groups;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Opinions opinions;
  private final Officials officials;
  private final List<String> ofTheProvince;

  Circulating(OwnCaseTask.Finder toDo, CaseReading reading, GroupNames groups, @Lazy RuntimeService runtime, @Lazy TaskService tasks,
      Opinions opinions, Officials officials, ProvincialGroups province) {
    this.toDo = toDo;
    this.reading = reading;
    this.groups = groups;
    this.runtime = runtime;
    this.tasks = tasks;
    this.opinions = opinions;
    this.officials = officials;
    this.ofTheProvince = List.of(Groups.PROVINCIAL_BUREAU, Groups.PROVINCIAL_BUREAU_LEADER, province.government(), Groups.AUDIT,
        Groups.DISCIPLINE, Groups.SUPERVISORS);
  }

  /** @return the groups to which the task's official may send the case: of the own government and of the province, who may read it */
  List<Choice> readers(OwnCaseTask task) {
    List<String> own = task.ownGroup() == null ? List.of() : Groups.ofSameGovernment(task.ownGroup());
    return Stream.concat(own.stream(), ofTheProvince.stream())
        .distinct()
        .filter(group -> !task.groups().contains(group) && reading.mayRead(group, task.file()))
        .map(group -> new Choice(group, groups.nameOf(group)))
        .toList();
  }

  /**
   * Sends the case round.
   *
   * @param readers ids of groups, at least one
   * @param words what for; may be blank
   * @throws RefusedException when the task is not the official's to do, no reader or one who may not read the case is chosen, or one who
   * has still to read it
   */
  @Transactional
  public void circulate(String taskId, List<String> readers, String words) {
    OwnCaseTask task = toDo.required(taskId);
    List<Choice> chosen = readers(task).stream().filter(choice -> readers != null && readers.contains(choice.value())).toList();
    if (chosen.isEmpty() || chosen.size() < readers.size()) {
      throw new RefusedException("NO_READER", "请从列表中选择传阅的部门。", CLAUSE);
    }
    List<String> reading = stillReading(task.file().caseNumber());
    TaskRequests.requireNone(chosen.stream().filter(choice -> reading.contains(choice.value())).map(Choice::label).toList(),
        "CIRCULATED_ALREADY", "本案已送%s传阅，尚未阅知，不需要重复送阅。");
    opinions.give(task.file().caseNumber(), STEP, task.task().getName(), task.ownGroup(), task.official(), STEP,
        "送%s传阅".formatted(chosen.stream().map(Choice::label).collect(Collectors.joining("、"))), FreeText.optional(words));
    officials.asApplication(() -> runtime.startProcessInstanceByKey(PROCESS, task.file().caseNumber(),
        Map.of("readers", new ArrayList<>(chosen.stream().map(Choice::value).toList()))));
  }

  /** @return the groups that the case was sent to and that have not confirmed yet that they read it */
  private List<String> stillReading(String caseNumber) {
    return officials.asApplication(() -> tasks.createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .processDefinitionKey(PROCESS)
        .list()
        .stream()
        .flatMap(task -> toDo.groupsOf(task.getId()).stream())
        .toList());
  }
}
