package cn.gov.officecleanup.mechanism.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;

import cn.gov.officecleanup.mechanism.procedures.Procedure.Starter;
import cn.gov.officecleanup.mechanism.procedures.Procedure.Watcher;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * What each kind of group may do in the engine. Tasks are not listed: the engine itself lets a task's candidate group read and work on it,
 * and nobody else; so an official of one government neither sees nor completes a task of another. Supervisors read all tasks but those of
 * confided procedures and work on none, auditors those about assets.
 */
@Component
class GroupAuthorizations {

  private final AuthorizationService authorizations;
  private final Procedures procedures;

  GroupAuthorizations(AuthorizationService authorizations, Procedures procedures) {
    this.authorizations = authorizations;
    this.procedures = procedures;
  }

  /** Grants a group what it lacks of its authorizations, and takes from it what it holds beside them: an older version granted more. */
  void ensure(String groupId) {
    List<Grant> missing = new ArrayList<>(grantsFor(groupId));
    for (Authorization held : authorizations.createAuthorizationQuery().groupIdIn(groupId).list()) {
      if (!missing.removeIf(grant -> grant.isHeldBy(held)) && !isByTheEngine(held, groupId)) {
        authorizations.deleteAuthorization(held.getId());
      }
    }
    missing.forEach(grant -> save(groupId, grant));
  }

  /** Takes from a group all that it may do. */
  void end(String groupId) {
    authorizations.createAuthorizationQuery().groupIdIn(groupId).list().forEach(held -> authorizations.deleteAuthorization(held.getId()));
  }

  /** The engine itself grants a group the tasks that are offered to it, one by one, and that its members know of it. */
  private static boolean isByTheEngine(Authorization held, String groupId) {
    return held.getResourceType() == Resources.TASK.resourceType() && !held.getResourceId().equals(Authorization.ANY)
        || held.getResourceType() == Resources.GROUP.resourceType() && held.getResourceId().equals(groupId);
  }

  private List<Grant> grantsFor(String groupId) {
    if (groupId.equals(Groups.ADMINISTRATORS)) {
      return List.of(new Grant(Resources.APPLICATION, "admin", Set.of(ACCESS)), new Grant(Resources.APPLICATION, "cockpit", Set.of(ACCESS)),
          new Grant(Resources.APPLICATION, "tasklist", Set.of(ACCESS)), new Grant(Resources.FILTER, Authorization.ANY, Set.of(READ)),
          new Grant(Resources.USER, Authorization.ANY, Set.of(READ, CREATE, UPDATE, DELETE)),
          new Grant(Resources.GROUP, Authorization.ANY, Set.of(READ)),
          new Grant(Resources.SYSTEM, Authorization.ANY, Set.of(SystemPermissions.READ)),
          new Grant(Resources.DEPLOYMENT, Authorization.ANY, Set.of(READ)),
          new Grant(Resources.DECISION_DEFINITION, Authorization.ANY, Set.of(READ)),
          // where cases stand and what failed; platform.CommandWall keeps what is in them from administrators
          new Grant(Resources.PROCESS_DEFINITION, Authorization.ANY, Set.of(READ, READ_INSTANCE, ProcessDefinitionPermissions.RETRY_JOB)));
    }
    if (groupId.equals(Groups.SECURITY_ADMINISTRATORS)) {
      return List.of(new Grant(Resources.APPLICATION, "admin", Set.of(ACCESS)), new Grant(Resources.USER, Authorization.ANY, Set.of(READ)),
          new Grant(Resources.GROUP, Authorization.ANY, Set.of(READ)),
          new Grant(Resources.GROUP_MEMBERSHIP, Authorization.ANY, Set.of(CREATE, DELETE)));
    }
    if (groupId.equals(Groups.AUDIT_ADMINISTRATORS)) {
      // in Admin they sign in where officials do so by an identity provider; there is nothing else for them there
      return List.of(new Grant(Resources.APPLICATION, "tasklist", Set.of(ACCESS)),
          new Grant(Resources.APPLICATION, "admin", Set.of(ACCESS)), new Grant(Resources.FILTER, Authorization.ANY, Set.of(READ)));
    }
    List<Grant> grants = new ArrayList<>(List.of(new Grant(Resources.APPLICATION, "tasklist", Set.of(ACCESS)),
        new Grant(Resources.FILTER, Authorization.ANY, Set.of(READ))));
    if (groupId.equals(Groups.SUPERVISORS)) {
      grants.add(new Grant(Resources.APPLICATION, "cockpit", Set.of(ACCESS)));
      grants.add(new Grant(Resources.PROCESS_DEFINITION, Authorization.ANY, Set.of(READ)));
      // procedure by procedure: of those that open confided cases the engine could not show the open ones alone
      procedures.keys(procedure -> !procedure.isConfided())
          .forEach(key -> grants.add(new Grant(Resources.PROCESS_DEFINITION, key, Set.of(READ_INSTANCE, READ_TASK, READ_HISTORY))));
      grants.add(new Grant(Resources.DECISION_DEFINITION, Authorization.ANY, Set.of(READ, READ_HISTORY)));
    } else {
      if (groupId.equals(Groups.PROVINCIAL_BUREAU) || groupId.equals(Groups.PROVINCIAL_BUREAU_LEADER) || Groups.isLeader(groupId)) {
        // for the progress board, which shows each their own; of the engine's own instances they see none there
        grants.add(new Grant(Resources.APPLICATION, "cockpit", Set.of(ACCESS)));
      }
      // the models are no secret: an official sees the picture of the procedure, but only the instances of own tasks
      grants.add(new Grant(Resources.PROCESS_DEFINITION, Authorization.ANY, Set.of(READ)));
    }
    if (groupId.equals(Groups.AUDIT)) {
      grants.add(new Grant(Resources.APPLICATION, "cockpit", Set.of(ACCESS)));
      // cases about assets whole, running and past (C7); not those about people
      procedures.keys(procedure -> procedure.watchedBy().contains(Watcher.AUDIT))
          .forEach(key -> grants.add(new Grant(Resources.PROCESS_DEFINITION, key, Set.of(READ, READ_INSTANCE, READ_TASK, READ_HISTORY))));
    }
    Set<Starter> starters = startersIn(groupId);
    procedures.keys(procedure -> procedure.startedBy().stream().anyMatch(starters::contains))
        .forEach(key -> grants.add(new Grant(Resources.PROCESS_DEFINITION, key, Set.of(CREATE_INSTANCE))));
    grants.add(new Grant(Resources.PROCESS_INSTANCE, Authorization.ANY, Set.of(CREATE)));
    return together(grants);
  }

  /** The engine keeps one authorization of a group for a thing. */
  private static List<Grant> together(List<Grant> grants) {
    Map<List<Object>, Grant> byThing = new LinkedHashMap<>();
    grants.forEach(grant -> byThing.merge(List.of(grant.resource, grant.resourceId), grant, (one, other) -> new Grant(one.resource,
        one.resourceId, Stream.concat(one.permissions.stream(), other.permissions.stream()).collect(Collectors.toSet()))));
    return new ArrayList<>(byThing.values());
  }

  /** What the members of a group are to the procedures that are started by hand. */
  private static Set<Starter> startersIn(String groupId) {
    if (groupId.equals(Groups.PROVINCIAL_BUREAU)) {
      return Set.of(Starter.EVERYBODY, Starter.BUREAU);
    }
    if (Groups.receivesComplaints(groupId)) {
      return Set.of(Starter.EVERYBODY, Starter.PETITION);
    }
    if (groupId.equals(Groups.AUDIT)) {
      return Set.of(Starter.EVERYBODY, Starter.AUDIT);
    }
    if (Groups.departmentOf(groupId).isPresent() && !groupId.endsWith("Leader")) {
      return Set.of(Starter.EVERYBODY, Starter.DEPARTMENTS);
    }
    if (Groups.officeOf(groupId).isPresent()) {
      return Set.of(Starter.EVERYBODY, Groups.headsOffice(groupId) ? Starter.HEADS : Starter.OFFICES);
    }
    if (Groups.governmentOf(groupId).isEmpty() || !Groups.roleOf(groupId).isEmpty()) {
      return Set.of(Starter.EVERYBODY);
    }
    return Set.of(Starter.EVERYBODY, Groups.isProvincialGovernment(groupId) ? Starter.PROVINCE : Starter.GOVERNMENTS);
  }

  private void save(String groupId, Grant grant) {
    Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(groupId);
    authorization.setResource(grant.resource);
    authorization.setResourceId(grant.resourceId);
    grant.permissions.forEach(authorization::addPermission);
    authorizations.saveAuthorization(authorization);
  }

  private record Grant(Resource resource, String resourceId, Set<Permission> permissions) {

    private int value() {
      return permissions.stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
    }

    /** @return whether this, no less and no more, is what a group holds */
    boolean isHeldBy(Authorization held) {
      return held.getResourceType() == resource.resourceType() && held.getResourceId().equals(resourceId)
          && held.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT && ((AuthorizationEntity) held).getPermissions() == value();
    }
  }
}
