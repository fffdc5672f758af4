package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.CompletionGuard;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has colleagues of the own group and other groups of the own government do a part of a task (协办), by the procedure {@value #PROCESS}: each
 * does what is asked, attaches what came of it and says so. Whoever the task is (主办) stays in charge: until all have done their part the
 * task cannot be completed, unless the rest is called off.
 */
@Component
public class Assisting implements CompletionGuard {

  static final String PROCESS = "assistance";
  static final String STEP = "ask-for-assistance";
  static final String ASSIST = "assist";

  /** Variable of an assistant's task that holds who that is. */
  private static final String ASSISTANT = "assistant";
  private static final String COLLEAGUE = "colleague:";
  private static final String GROUP = "group:";

  private final OwnCaseTask.Finder toDo;
  private final TransferringTask transferring;
  private final OpinionRequests opinionRequests;
  private final TaskRequests requests;
  private final GroupNames groups;
  private final TaskService tasks;
  private final Opinions opinions;
  private final Officials officials;

  Assisting(OwnCaseTask.Finder toDo, TransferringTask transferring, OpinionRequests opinionRequests, TaskRequests requests,
      GroupNames groups, @Lazy TaskService tasks, Opinions opinions, Officials officials) {
    this.toDo = toDo;
    this.transferring = transferring;
    this.opinionRequests = opinionRequests;
    this.requests = requests;
    this.groups = groups;
    this.tasks = tasks;
    this.opinions = opinions;
    this.officials = officials;
  }

  /**
   * @return who may be asked to assist: colleagues of the group that asks, to which their task is offered, and other groups of the own
   * government who may read the case
   */
  List<Choice> assistants(OwnCaseTask task) {
    return Stream
        .concat(
            transferring.colleagues(task, Stream.ofNullable(task.ownGroup()).toList())
                .stream()
                .map(choice -> new Choice(COLLEAGUE + choice.value(), choice.label())),
            opinionRequests.askable(task).stream().map(choice -> new Choice(GROUP + choice.value(), choice.label())))
        .toList();
  }

  /**
   * Asks for assistance.
   *
   * @param assistants values of {@link #assistants}, at least one
   * @param words what each is to do
   * @throws RefusedException when the task is not the official's to do, nobody or somebody else is asked, nothing is asked, or others are
   * assisting already
   */
  @Transactional
  public void ask(String taskId, List<String> assistants, String words) {
    OwnCaseTask task = toDo.required(taskId);
    String assignment = FreeText.required(words, "请写明需要协办的事项。");
    List<Choice> chosen = requests.start(PROCESS, task, assistants(task), assistants, "请从列表中选择协办的同事或者部门。", "本任务正在协办，请等待办结或者收回后再交办。");
    opinions.give(task.file().caseNumber(), STEP, task.task().getName(), task.ownGroup(), task.official(), STEP,
        "交%s协办".formatted(chosen.stream().map(Choice::label).collect(Collectors.joining("、"))), assignment);
  }

  /** @return names of those who have not done their part yet */
  List<String> awaited(String taskId, String caseNumber) {
    return officials.asApplication(() -> requests.open(PROCESS, taskId, caseNumber)
        .stream()
        .map(task -> nameOf((String) tasks.getVariable(task.getId(), ASSISTANT)))
        .toList());
  }

  private String nameOf(String assistant) {
    return assistant.startsWith(COLLEAGUE) ? officials.nameOf(assistant.substring(COLLEAGUE.length()))
        : groups.nameOf(assistant.substring(GROUP.length()));
  }

  /**
   * For the model: to whom an assistant's task is assigned.
   *
   * @return user id; null where a group is asked
   */
  public String assignee(String assistant) {
    return assistant.startsWith(COLLEAGUE) ? assistant.substring(COLLEAGUE.length()) : null;
  }

  /**
   * For the model: which group an assistant's task is offered to.
   *
   * @param own the group that asks, to which colleagues belong
   */
  public String group(String assistant, String own) {
    return assistant.startsWith(GROUP) ? assistant.substring(GROUP.length()) : own;
  }

  /**
   * Calls off what is not done yet.
   *
   * @throws RefusedException when the task is not the official's to do
   */
  @Transactional
  public void callOff(String taskId) {
    requests.takeBack(PROCESS, taskId);
  }

  /** @throws RefusedException while others have not done their part */
  @Override
  public void check(TaskEntity task, Official official) {
    TaskRequests.requireNone(awaited(task.getId(), task.getProcessInstance().getProcessBusinessKey()), "ASSISTANCE_AWAITED",
        "%s尚未办结协办事项；请等待办结，或者收回协办后再办结。");
  }
}
