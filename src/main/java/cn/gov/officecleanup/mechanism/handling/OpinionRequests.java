package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.CompletionGuard;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks other groups of the own government for their opinion on a task (加签; several at once: 会签), by the procedure {@value #PROCESS}. Their
 * answers go into the case's history; until all have come the task cannot be completed, unless the request is taken back. What a procedure
 * itself asks on its way, {@link DepartmentOpinions} asks by the same procedure.
 */
@Component
public class OpinionRequests implements CompletionGuard {

  static final String PROCESS = "opinion-request";
  static final String STEP = "request-opinion";
  static final String ANSWER = "answer";

  private final OwnCaseTask.Finder toDo;
  private final CaseReading reading;
  private final GroupNames groups;
  private final TaskRequests requests;
  private final Opinions opinions;
  private final Officials officials;

  OpinionRequests(OwnCaseTask.Finder toDo, CaseReading reading, GroupNames groups, TaskRequests requests, Opinions opinions,
      Officials officials) {
    this.toDo = toDo;
    this.reading = reading;
    this.groups = groups;
    this.requests = requests;
    this.opinions = opinions;
    this.officials = officials;
  }

  /** @return the groups that the task's official may ask: others of the own government who may read the case */
  List<Choice> askable(OwnCaseTask task) {
    return task.ownGroup() == null ? List.of()
        : Groups.ofSameGovernment(task.ownGroup())
            .stream()
            .filter(group -> !task.groups().contains(group) && reading.mayRead(group, task.file()))
            .map(group -> new Choice(group, groups.nameOf(group)))
            .toList();
  }

  /**
   * Asks.
   *
   * @param asked ids of groups, at least one
   * @param words what is asked
   * @throws RefusedException when the task is not the official's to do, nobody or somebody else is asked, nothing is asked, or a request is
   * open already
   */
  @Transactional
  public void ask(String taskId, List<String> asked, String words) {
    OwnCaseTask task = toDo.required(taskId);
    String question = FreeText.required(words, "请写明要征求意见的问题。");
    List<Choice> chosen = requests.start(PROCESS, task, askable(task), asked, "请从列表中选择要征求意见的部门。", "本任务正在征求意见，请等待答复或者收回后再征求。");
    opinions.give(task.file().caseNumber(), STEP, task.task().getName(), task.ownGroup(), task.official(), STEP,
        "征求%s意见".formatted(chosen.stream().map(Choice::label).collect(Collectors.joining("、"))), question);
  }

  /** @return names of the groups whose answer a task waits for */
  List<String> awaited(String taskId, String caseNumber) {
    return officials.asApplication(() -> requests.open(PROCESS, taskId, caseNumber)
        .stream()
        .map(Task::getId)
        .flatMap(id -> toDo.groupsOf(id).stream())
        .map(groups::nameOf)
        .toList());
  }

  /**
   * Takes a request back.
   *
   * @throws RefusedException when the task is not the official's to do
   */
  @Transactional
  public void takeBack(String taskId) {
    requests.takeBack(PROCESS, taskId);
  }

  /** @throws RefusedException while answers are awaited */
  @Override
  public void check(TaskEntity task, Official official) {
    TaskRequests.requireNone(awaited(task.getId(), task.getProcessInstance().getProcessBusinessKey()), "OPINIONS_AWAITED",
        "正在征求%s的意见，尚未答复；请等待答复，或者收回征求意见后再办结。");
  }
}
