package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hands what somebody has taken on in a group to who takes the post over there; the cases' histories and the audit log tell so. */
@Component
public class HandingOver {

  static final String STEP = "handed-over";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final OwnCaseTask.Finder toDo;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;
  private final Auditing auditing;

  HandingOver(@Lazy TaskService tasks, @Lazy RuntimeService runtime, OwnCaseTask.Finder toDo, CaseFiles cases, Opinions opinions,
      Officials officials, Auditing auditing) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.toDo = toDo;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
    this.auditing = auditing;
  }

  /**
   * To be done as the application.
   *
   * @param from user id of who leaves the post
   * @param to user id of the successor, who is in the group by now
   */
  public void over(String from, String to, String group) {
    tasks.createTaskQuery().taskAssignee(from).list().stream().filter(task -> toDo.groupsOf(task.getId()).contains(group)).forEach(task -> {
      String number = Objects.toString(
          runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey(), "");
      if (cases.find(number).isPresent()) {
        opinions.give(number, STEP, task.getName(), group, DepartmentOpinions.SYSTEM, STEP, "移交%s".formatted(officials.nameOf(to)),
            "“%s”已经离任，未办结的事项移交继任的“%s”办理。".formatted(officials.nameOf(from), officials.nameOf(to)));
      }
      auditing.handedOn(task.getName(), to, "离任移交", number.isEmpty() ? null : number);
      tasks.setAssignee(task.getId(), to);
    });
  }
}
