package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a task to a colleague of the same group (转办): the task is then the colleague's, and the case's history says who handed it on and
 * why.
 */
@Component
public class TransferringTask {

  static final String STEP = "transfer";

  private final OwnCaseTask.Finder toDo;
  private final IdentityService identity;
  private final TaskService tasks;
  private final Opinions opinions;
  private final Officials officials;
  private final Auditing auditing;
  private final CaseReading reading;

  TransferringTask(OwnCaseTask.Finder toDo, @Lazy IdentityService identity, @Lazy TaskService tasks, Opinions opinions, Officials officials,
      Auditing auditing, CaseReading reading) {
    this.toDo = toDo;
    this.identity = identity;
    this.tasks = tasks;
    this.opinions = opinions;
    this.officials = officials;
    this.auditing = auditing;
    this.reading = reading;
  }

  /** @return the colleagues to whom the official may hand the task, by user id */
  List<Choice> colleagues(OwnCaseTask task) {
    return colleagues(task, task.groups());
  }

  /** @return the colleagues in one of these groups, by user id */
  List<Choice> colleagues(OwnCaseTask task, List<String> groups) {
    return officials.asApplication(() -> groups.stream()
        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
        .map(User::getId)
        .distinct()
        .filter(user -> !user.equals(task.official().userId()))
        .filter(user -> !reading.mustStayAway(acting(user), task.file().caseNumber()))
        .sorted()
        .map(user -> new Choice(user, officials.nameOf(user)))
        .toList());
  }

  private Official acting(String user) {
    return new Official(user, officials.nameOf(user),
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).collect(Collectors.toSet()));
  }

  /**
   * Hands the task on.
   *
   * @param colleague user id
   * @param words why; may be blank
   * @throws RefusedException when the task is not the official's to do, or the colleague not of the group that has to do it
   */
  @Transactional
  public void transfer(String taskId, String colleague, String words) {
    OwnCaseTask task = toDo.required(taskId);
    Choice to = colleagues(task).stream()
        .filter(choice -> choice.value().equals(colleague))
        .findFirst()
        .orElseThrow(() -> new RefusedException("NO_SUCH_COLLEAGUE", "只能转给本组的同事，请从列表中选择。", "办理"));
    opinions.give(task.file().caseNumber(), STEP, task.task().getName(), task.ownGroup(), task.official(), STEP,
        "转办给%s".formatted(to.label()), FreeText.optional(words));
    auditing.handedOn(task.task().getName(), colleague, words, task.file().caseNumber());
    officials.asApplication(() -> {
      tasks.setAssignee(taskId, colleague);
      return null;
    });
  }
}
