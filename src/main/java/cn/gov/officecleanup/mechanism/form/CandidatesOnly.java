package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * A task is the work of the groups that it is offered to: who takes it on or completes it is in one of them at that moment, were it as a
 * substitute, whatever the engine once granted and whoever it is assigned to. Where it is offered to no group, it is the work of whom it is
 * offered or assigned to.
 */
@Component
class CandidatesOnly {

  private final CaseFiles cases;
  private final CaseReading reading;
  private final GroupNames names;

  CandidatesOnly(CaseFiles cases, CaseReading reading, GroupNames names) {
    this.cases = cases;
    this.reading = reading;
    this.names = names;
  }

  /** @throws AuthorizationException when it is not this official's to do; whoever must stay away from the case learns no more than that */
  void check(TaskEntity task, Official official) {
    Set<String> groups = task.getCandidates()
        .stream()
        .map(IdentityLink::getGroupId)
        .filter(group -> group != null)
        .collect(Collectors.toSet());
    boolean named = task.getCandidates().stream().anyMatch(link -> official.userId().equals(link.getUserId()));
    boolean own = groups.isEmpty() ? official.userId().equals(task.getAssignee()) : official.groups().stream().anyMatch(groups::contains);
    if (!own && !named || reading.mustStayAway(official, task.getProcessInstance().getProcessBusinessKey())) {
      throw new NotTheirTask(official.userId(), task.getId(), whose(task, official, groups));
    }
  }

  /** @return who has the task to do, for who reads the case and so may know; blank for others */
  private String whose(TaskEntity task, Official official, Set<String> groups) {
    return cases.find(task.getProcessInstance().getProcessBusinessKey())
        .filter(file -> !groups.isEmpty() && reading.mayRead(official, file))
        .map(file -> "该任务由%s办理。".formatted(String.join("、", names.namesOf(groups).values())))
        .orElse("");
  }

  /** Tells in Chinese what the engine's own says in English; which task it was stays known, as the audit log finds the case by it. */
  private static class NotTheirTask extends AuthorizationException {

    private final String whose;

    NotTheirTask(String userId, String taskId, String whose) {
      super(userId, new MissingAuthorization(TaskPermissions.TASK_WORK.getName(), Resources.TASK.resourceName(), taskId));
      this.whose = whose;
    }

    @Override
    public String getMessage() {
      return "您目前不在办理该任务的组里，不能签收或者办结。%s如有疑问，请联系安全管理员核对您所在的组。".formatted(whose);
    }
  }
}
