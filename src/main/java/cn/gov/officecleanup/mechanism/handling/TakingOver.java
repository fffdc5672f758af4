package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.GroupEnded;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an office that is no more had to do, the officials of the government that sent it do: what is open on the day on which it ends, and
 * what a running case would ask of it later. The case's history and the audit log tell so; deadlines stay as they are.
 */
@Component
class TakingOver {

  static final String STEP = "taken-over";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final OfficeRegister register;
  private final GroupNames names;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final AuditLog log;
  private final Officials officials;

  TakingOver(@Lazy TaskService tasks, @Lazy RuntimeService runtime, OfficeRegister register, GroupNames names, CaseFiles cases,
      Opinions opinions, AuditLog log, Officials officials) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.register = register;
    this.names = names;
    this.cases = cases;
    this.opinions = opinions;
    this.log = log;
    this.officials = officials;
  }

  @EventListener
  void ended(GroupEnded ended) {
    String actor = officials.current().map(Official::userId).orElse(AuditLog.SYSTEM);
    officials.asApplication(() -> {
      tasks.createTaskQuery().taskCandidateGroup(ended.groupId()).includeAssignedTasks().list().forEach(task -> {
        tasks.addCandidateGroup(task.getId(), ended.successor());
        tasks.deleteCandidateGroup(task.getId(), ended.groupId());
        if (task.getAssignee() != null) {
          tasks.setAssignee(task.getId(), null);
        }
        tell(caseNumber(task), task.getName(), ended, actor);
      });
      return null;
    });
  }

  /** A task that a running case offers to an office which has ended is its government's from the beginning. */
  void created(TaskEntity task) {
    for (IdentityLinkEntity link : List.copyOf(task.getIdentityLinks())) {
      String group = Objects.toString(link.getGroupId(), "");
      Groups.officeOf(group).flatMap(register::findById).filter(found -> found.status().ended()).ifPresent(office -> {
        GroupEnded ended = new GroupEnded(group, office.name(), Groups.officialsOf(office.governmentCode()));
        task.addCandidateGroup(ended.successor());
        // the task's own way to take a candidate away looks in the database, where this one is not yet
        task.getIdentityLinks().remove(link);
        link.delete();
        tell(Objects.toString(task.getProcessInstance().getProcessBusinessKey(), ""), task.getName(), ended, AuditLog.SYSTEM);
      });
    }
  }

  private String caseNumber(Task task) {
    return Objects
        .toString(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey(), "");
  }

  private void tell(String caseNumber, String task, GroupEnded ended, String actor) {
    String successor = names.nameOf(ended.successor());
    if (cases.find(caseNumber).isPresent()) {
      opinions.give(caseNumber, STEP, task, ended.groupId(), DepartmentOpinions.SYSTEM, STEP, "移交%s".formatted(successor),
          "“%s”已经撤销或者整合，其未办结的事项自即日起由%s办理，原办理期限不变。".formatted(ended.office(), successor));
    }
    log.note(AuditEvent.Kind.TASK_CHANGED, actor, ended.successor(), "移交“%s”：“%s”已经撤销或者整合".formatted(task, ended.office()),
        caseNumber.isEmpty() ? null : caseNumber);
  }
}
