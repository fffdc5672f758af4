package cn.gov.officecleanup.mechanism.auditlog;

import static java.util.Map.entry;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Notes what somebody who is signed in does in the engine outside of the normal way. The engine tells it by itself, whichever of its
 * interfaces it was asked through: its own log of users' operations is taken as the source, because it is kept in the transaction of what
 * it tells of, but it is no audit log: it goes with the cases' history, and whoever may delete that deletes it. Whatever is not known here
 * as the normal way is noted, so that nothing that a later engine can do stays unseen.
 */
class EngineOperations implements HistoryEventHandler, SessionFactory {

  private static final int MOST_CHANGES = 10;

  private static final Map<String, Kind> KINDS = Map.ofEntries(entry(EntityTypes.TASK, Kind.TASK_CHANGED),
      entry(EntityTypes.IDENTITY_LINK, Kind.TASK_CHANGED), entry(EntityTypes.PROCESS_INSTANCE, Kind.CASE_CHANGED),
      entry(EntityTypes.HISTORIC_PROCESS_INSTANCE, Kind.CASE_CHANGED), entry(EntityTypes.HISTORIC_TASK, Kind.CASE_CHANGED),
      entry(EntityTypes.DECISION_INSTANCE, Kind.CASE_CHANGED), entry(EntityTypes.EXTERNAL_TASK, Kind.CASE_CHANGED),
      entry(EntityTypes.INCIDENT, Kind.CASE_CHANGED), entry(EntityTypes.VARIABLE, Kind.DATA_CHANGED),
      entry(EntityTypes.ATTACHMENT, Kind.ATTACHMENT_CHANGED), entry(EntityTypes.COMMENT, Kind.ATTACHMENT_CHANGED),
      entry(EntityTypes.DEPLOYMENT, Kind.DEPLOYED), entry(EntityTypes.AUTHORIZATION, Kind.AUTHORIZATION_CHANGED),
      entry(EntityTypes.TENANT, Kind.GROUP_CHANGED), entry(EntityTypes.TENANT_MEMBERSHIP, Kind.GROUP_CHANGED),
      entry(EntityTypes.USER, Kind.UNLOCKED));

  /** what {@link AuditedIdentities} notes, whoever does it */
  private static final List<String> NOTED_ELSEWHERE = List.of(EntityTypes.GROUP, EntityTypes.GROUP_MEMBERSHIP);

  private static final List<String> DELETIONS = List.of(UserOperationLogEntry.OPERATION_TYPE_DELETE,
      UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY);

  private static final Map<String, String> THINGS = Map.ofEntries(entry(EntityTypes.TASK, "待办事项"),
      entry(EntityTypes.IDENTITY_LINK, "事项的办理人"), entry(EntityTypes.PROCESS_INSTANCE, "办理过程"),
      entry(EntityTypes.HISTORIC_PROCESS_INSTANCE, "办理过程的记录"), entry(EntityTypes.HISTORIC_TASK, "事项的记录"),
      entry(EntityTypes.DECISION_INSTANCE, "决策记录"), entry(EntityTypes.INCIDENT, "故障"), entry(EntityTypes.VARIABLE, "办理数据"),
      entry(EntityTypes.ATTACHMENT, "附件"), entry(EntityTypes.COMMENT, "意见"), entry(EntityTypes.DEPLOYMENT, "流程部署"),
      entry(EntityTypes.PROCESS_DEFINITION, "流程"), entry(EntityTypes.DECISION_DEFINITION, "决策表"), entry(EntityTypes.JOB, "系统作业"),
      entry(EntityTypes.JOB_DEFINITION, "系统作业的定义"), entry(EntityTypes.AUTHORIZATION, "组的权限"), entry(EntityTypes.FILTER, "事项筛选"),
      entry(EntityTypes.BATCH, "批量操作"), entry(EntityTypes.PROPERTY, "系统属性"), entry(EntityTypes.OPERATION_LOG, "操作记录"),
      entry(EntityTypes.USER, "用户"), entry(EntityTypes.TENANT, "租户"), entry(EntityTypes.TENANT_MEMBERSHIP, "租户成员"));

  private static final Map<String, String> DEEDS = Map.ofEntries(entry(UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "改派"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELEGATE, "委派"), entry(UserOperationLogEntry.OPERATION_TYPE_SET_OWNER, "更改所有者"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_PRIORITY, "更改优先级"), entry(UserOperationLogEntry.OPERATION_TYPE_SET_NAME, "更改名称"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_DESCRIPTION, "更改说明"), entry(UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE, "更改期限"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_FOLLOW_UP_DATE, "更改跟进日期"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ADD_USER_LINK, "增加用户"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_USER_LINK, "去掉用户"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ADD_GROUP_LINK, "增加用户组"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_GROUP_LINK, "去掉用户组"), entry(UserOperationLogEntry.OPERATION_TYPE_CREATE, "新建"),
      entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE, "更改"), entry(UserOperationLogEntry.OPERATION_TYPE_DELETE, "删除"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY, "删除历史"), entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND, "暂停"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE, "恢复"), entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB, "暂停"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB, "恢复"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_JOB_DEFINITION, "暂停"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_JOB_DEFINITION, "恢复"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SUSPEND_PROCESS_DEFINITION, "暂停"),
      entry(UserOperationLogEntry.OPERATION_TYPE_ACTIVATE_PROCESS_DEFINITION, "恢复"),
      entry(UserOperationLogEntry.OPERATION_TYPE_MIGRATE, "迁移"),
      entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE, "更改环节"),
      entry(UserOperationLogEntry.OPERATION_TYPE_RESTART_PROCESS_INSTANCE, "重新开始"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES, "重试"), entry(UserOperationLogEntry.OPERATION_TYPE_EXECUTE, "执行"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE, "写入"), entry(UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES, "写入"),
      entry(UserOperationLogEntry.OPERATION_TYPE_MODIFY_VARIABLE, "更改"), entry(UserOperationLogEntry.OPERATION_TYPE_REMOVE_VARIABLE, "删除"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_ATTACHMENT, "删除"), entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE_COMMENT, "更改"),
      entry(UserOperationLogEntry.OPERATION_TYPE_DELETE_COMMENT, "删除"),
      entry(UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE, "发送消息"), entry(UserOperationLogEntry.OPERATION_TYPE_UNLOCK, "解除锁定"),
      entry(UserOperationLogEntry.OPERATION_TYPE_UPDATE_HISTORY_TIME_TO_LIVE, "更改保存期限"),
      entry(UserOperationLogEntry.OPERATION_TYPE_SET_REMOVAL_TIME, "更改删除日期"),
      entry(UserOperationLogEntry.OPERATION_TYPE_CREATE_HISTORY_CLEANUP_JOB, "清理历史"));

  private final ObjectProvider<AuditLog> log;

  /** @param log the engine is built before it can be had */
  EngineOperations(ObjectProvider<AuditLog> log) {
    this.log = log;
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof UserOperationLogEntryEventEntity change && !NOTED_ELSEWHERE.contains(change.getEntityType())) {
      CommandContext context = Context.getCommandContext();
      context.getSession(Gathered.class).operations.computeIfAbsent(Objects.toString(change.getOperationId(), ""),
          id -> new Operation(subjectOf(change, context), caseOf(change, context), new ArrayList<>())).changes.add(change);
    }
  }

  @Override
  public Class<?> getSessionType() {
    return Gathered.class;
  }

  @Override
  public Session openSession() {
    return new Gathered();
  }

  /** The operations of a command, which are noted when it writes what it did to the database. */
  private class Gathered implements Session {

    private final Map<String, Operation> operations = new LinkedHashMap<>();

    @Override
    public void flush() {
      operations.values().forEach(EngineOperations.this::note);
      operations.clear();
    }

    @Override
    public void close() {
      operations.clear();
    }
  }

  /**
   * An operation that changes several things comes as several events. @param subject and the case are what they were before the operation,
   * which may delete them
   */
  private record Operation(String subject, String caseNumber, List<UserOperationLogEntryEventEntity> changes) {
  }

  private void note(Operation operation) {
    List<UserOperationLogEntryEventEntity> changes = operation.changes;
    UserOperationLogEntryEventEntity first = changes.get(0);
    if (isNormalWay(first, changes) || isDeletionOfHistory(first, changes)) {
      return;
    }
    String thing = THINGS.getOrDefault(first.getEntityType(), first.getEntityType());
    String deed = DEEDS.getOrDefault(first.getOperationType(), first.getOperationType());
    String changed = changes.stream()
        .filter(change -> change.getProperty() != null)
        .limit(MOST_CHANGES)
        .map(EngineOperations::told)
        .collect(Collectors.joining("，"));
    log.getObject()
        .note(kindOf(first), Objects.toString(first.getUserId(), AuditLog.SYSTEM), operation.subject,
            deed + thing + (changed.isEmpty() ? "" : "：" + changed), operation.caseNumber);
  }

  /** @return whether {@link WatchingEnginePlugin} notes it instance by instance, which the engine's log does not name */
  private static boolean isDeletionOfHistory(UserOperationLogEntry first, List<? extends UserOperationLogEntry> changes) {
    return first.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY)
        && first.getEntityType().equals(EntityTypes.PROCESS_INSTANCE)
        && changes.stream().anyMatch(change -> "async".equals(change.getProperty()) && "false".equals(change.getNewValue()));
  }

  /** To start a procedure that is offered, to claim or give back a task for oneself, to complete it, and to attach to it. */
  private static boolean isNormalWay(UserOperationLogEntry first, List<? extends UserOperationLogEntry> changes) {
    return switch (first.getEntityType()) {
      case EntityTypes.TASK -> switch (first.getOperationType()) {
        case UserOperationLogEntry.OPERATION_TYPE_CLAIM, UserOperationLogEntry.OPERATION_TYPE_COMPLETE -> true;
        case UserOperationLogEntry.OPERATION_TYPE_ASSIGN ->
          changes.stream().allMatch(change -> isOwn(change.getOrgValue(), change) && isOwn(change.getNewValue(), change));
        default -> false;
      };
      case EntityTypes.PROCESS_INSTANCE -> first.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_CREATE);
      case EntityTypes.ATTACHMENT -> first.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT);
      // AuditedIdentities notes what else is done to users
      case EntityTypes.USER -> !first.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_UNLOCK);
      default -> false;
    };
  }

  private static boolean isOwn(String assignee, UserOperationLogEntry change) {
    return assignee == null || assignee.equals(change.getUserId());
  }

  private static Kind kindOf(UserOperationLogEntry operation) {
    Kind kind = KINDS.getOrDefault(operation.getEntityType(), Kind.SYSTEM_CHANGED);
    return kind == Kind.CASE_CHANGED && DELETIONS.contains(operation.getOperationType()) ? Kind.CASE_DELETED : kind;
  }

  private static String told(UserOperationLogEntry change) {
    return Stream
        .of(change.getProperty(), change.getOrgValue() == null ? null : "原为" + change.getOrgValue(),
            change.getNewValue() == null ? null : "改为" + change.getNewValue())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static String subjectOf(UserOperationLogEntryEventEntity operation, CommandContext context) {
    if (operation.getTaskId() != null) {
      return taskOf(operation, context).map(task -> task.getName() + " ").orElse("") + operation.getTaskId();
    }
    // of authorizations, groups and users the engine tells who is meant in what changed
    return Stream
        .of(operation.getJobId(), operation.getProcessInstanceId(), operation.getDeploymentId(), operation.getBatchId(),
            operation.getJobDefinitionId(), operation.getProcessDefinitionKey(), operation.getNewValue(), operation.getOrgValue())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("-");
  }

  private static Optional<HistoricTaskInstanceEntity> taskOf(UserOperationLogEntryEventEntity operation, CommandContext context) {
    return Optional.ofNullable(context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(operation.getTaskId()));
  }

  /** @return the case's number, the business key of its instances; null where there is none */
  private static String caseOf(UserOperationLogEntryEventEntity operation, CommandContext context) {
    String instance = operation.getProcessInstanceId() == null && operation.getTaskId() != null
        ? taskOf(operation, context).map(HistoricTaskInstanceEntity::getProcessInstanceId).orElse(null)
        : operation.getProcessInstanceId();
    if (instance == null) {
      return null;
    }
    ExecutionEntity running = context.getExecutionManager().findExecutionById(instance);
    if (running != null) {
      return running.getProcessBusinessKey();
    }
    HistoricProcessInstanceEntity past = context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instance);
    return past == null ? null : past.getBusinessKey();
  }
}
