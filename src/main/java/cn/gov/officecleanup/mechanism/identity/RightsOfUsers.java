package cn.gov.officecleanup.mechanism.identity;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants single users by itself: to read themselves and to change their password. By default it would grant them to rename
 * and to delete themselves, and, for every task they take on, a right of their own, which stays when they leave the group. That they get
 * for a task alone that is offered to no group, as those of confided cases are.
 */
class RightsOfUsers extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newUser(User user) {
    return new AuthorizationEntity[]{createGrantAuthorization(user.getId(), null, USER, user.getId(), READ, UPDATE)};
  }

  /** Asked of the model: when a task is made, it is assigned before it is offered. */
  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
    return ((TaskEntity) task).getTaskDefinition().getCandidateGroupIdExpressions().isEmpty()
        ? super.newTaskAssignee(task, oldAssignee, newAssignee)
        : null;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
    return null;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
    return null;
  }
}
