package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.MembershipEnded;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.identity.Superiors;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what somebody took on back to its group once that person is no longer in any group that may do it; what was offered to no group
 * goes to the superior. The case's history tells the group, the audit log everybody else.
 */
@Component
class ReturningClaims {

  static final String STEP = "claim-returned";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Superiors superiors;
  private final OwnCaseTask.Finder toDo;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final AuditLog log;
  private final Officials officials;

  ReturningClaims(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy IdentityService identity,
      @Lazy AuthorizationService authorizations, Superiors superiors, OwnCaseTask.Finder toDo, CaseFiles cases, Opinions opinions,
      AuditLog log, Officials officials) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.authorizations = authorizations;
    this.superiors = superiors;
    this.toDo = toDo;
    this.cases = cases;
    this.opinions = opinions;
    this.log = log;
    this.officials = officials;
  }

  @EventListener
  void membershipEnded(MembershipEnded ended) {
    String actor = officials.current().map(Official::userId).orElse(AuditLog.SYSTEM);
    officials.asApplication(() -> {
      giveBack(ended.userId(), ended.groups(), actor);
      return null;
    });
  }

  /** @return user ids of those who have taken on a task */
  Set<String> assignees() {
    return officials
        .asApplication(() -> tasks.createTaskQuery().taskAssigned().list().stream().map(Task::getAssignee).collect(Collectors.toSet()));
  }

  /** Gives back what a user has and, by the groups that the user is in now, may not do any more. */
  @Transactional
  public void check(String userId) {
    officials.asApplication(() -> {
      giveBack(userId, Set.of(), AuditLog.SYSTEM);
      return null;
    });
  }

  private void giveBack(String userId, Set<String> ended, String actor) {
    List<Task> claimed = tasks.createTaskQuery().taskAssignee(userId).list();
    if (claimed.isEmpty()) {
      return;
    }
    Set<String> groups = identity.createGroupQuery()
        .groupMember(userId)
        .list()
        .stream()
        .map(Group::getId)
        .collect(Collectors.toCollection(HashSet::new));
    groups.removeAll(ended);
    for (Task task : claimed) {
      if (!userId.equals(task.getAssignee())) {
        // taken back in this transaction, which the query did not see
        continue;
      }
      List<String> mayDo = toDo.groupsOf(task.getId());
      if (mayDo.isEmpty()) {
        ended.stream().sorted().findFirst().ifPresent(group -> handUp(task, group, userId, actor));
      } else if (mayDo.stream().noneMatch(groups::contains)) {
        tasks.setAssignee(task.getId(), null);
        tell(task, mayDo.stream().filter(ended::contains).findFirst().orElse(mayDo.get(0)), userId, actor);
      }
    }
  }

  /** Of a task that is one person's alone no group knows: with that person's membership it is the superior's. */
  private void handUp(Task task, String ended, String userId, String actor) {
    String superior = superiors.of(ended);
    tasks.addCandidateGroup(task.getId(), superior);
    tasks.setAssignee(task.getId(), null);
    authorizations.createAuthorizationQuery()
        .userIdIn(userId)
        .resourceType(Resources.TASK)
        .resourceId(task.getId())
        .list()
        .forEach(held -> authorizations.deleteAuthorization(held.getId()));
    tell(task, superior, userId, actor);
  }

  private void tell(Task task, String group, String userId, String actor) {
    String number = Objects
        .toString(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey(), "");
    if (cases.find(number).isPresent()) {
      opinions.give(number, STEP, task.getName(), group, DepartmentOpinions.SYSTEM, STEP, "任务退回本组",
          "原签收人“%s”已不在本组，任务退回本组，请本组人员重新签收。".formatted(officials.nameOf(userId)));
    }
    log.note(AuditEvent.Kind.CLAIM_RETURNED, actor, userId, "%s %s".formatted(number, task.getName()).strip());
  }
}
