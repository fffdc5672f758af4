package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * Watches what the engine is asked for: what changes it outside of the normal way, see {@link EngineOperations}, what it refuses, and what
 * the application itself deploys.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WatchingEnginePlugin extends AbstractProcessEnginePlugin {

  /** fields of the engine's commands that say what they are about */
  private static final List<String> THINGS = List.of("taskId", "processInstanceId", "executionId");

  private final ObjectProvider<AuditLog> log;
  private final ObjectProvider<Attempts> attempts;
  private IdentityService identity;

  WatchingEnginePlugin(ObjectProvider<AuditLog> log, ObjectProvider<Attempts> attempts) {
    this.log = log;
    this.attempts = attempts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    // before all others: what they refuse is noted as well, and only when no transaction is left that would take the note back
    List<CommandInterceptor> outermost = ExtendedList.by(List.of(new Refusals()));
    outermost.addAll(ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired()));
    configuration.setCustomPreCommandInterceptorsTxRequired(outermost);
    configuration.setCustomPostCommandInterceptorsTxRequired(
        ExtendedList.by(configuration.getCustomPostCommandInterceptorsTxRequired(), new Deeds()));
    EngineOperations operations = new EngineOperations(log);
    configuration.setCustomSessionFactories(ExtendedList.by(configuration.getCustomSessionFactories(), operations));
    configuration.setCustomHistoryEventHandlers(ExtendedList.by(configuration.getCustomHistoryEventHandlers(), operations));
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    identity = engine.getIdentityService();
  }

  private class Refusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (RuntimeException e) {
        Authentication authentication = identity == null ? null : identity.getCurrentAuthentication();
        if (authentication != null && authentication.getUserId() != null) {
          Attempt.wordsOf(e)
              .ifPresent(words -> attempts.getObject()
                  .met(new Attempt(authentication.getUserId(), words, thingOf(command, e)),
                      command.getClass().getSimpleName().replaceFirst("\\$\\$.*", ""),
                      Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive()));
        }
        throw e;
      }
    }
  }

  private static String thingOf(Command<?> command, RuntimeException refusal) {
    String refused = Attempt.thingOf(refusal);
    return refused != null ? refused
        : THINGS.stream()
            .map(name -> ReflectionUtils.findField(command.getClass(), name, String.class))
            .filter(Objects::nonNull)
            .map(field -> value(field, command))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static String value(Field field, Command<?> command) {
    ReflectionUtils.makeAccessible(field);
    return (String) ReflectionUtils.getField(field, command);
  }

  /** Notes what the engine's own log does not tell: the application's deployments, and whose history is deleted. */
  private class Deeds extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      CommandContext context = Context.getCommandContext();
      List<HistoricProcessInstanceEntity> past = command instanceof DeleteHistoricProcessInstancesCmd
          && context.getAuthenticatedUserId() != null ? past(command, context) : List.of();
      List<String> cases = past.stream().map(HistoricProcessInstanceEntity::getBusinessKey).toList();
      T result = next.execute(command);
      if (command instanceof DeployCmd && result instanceof DeploymentEntity deployment && deployment.isNew()
          && context.getAuthenticatedUserId() == null) {
        // the models before the forms
        String names = Stream.ofNullable(deployment.getResources())
            .flatMap(resources -> resources.keySet().stream())
            .sorted(Comparator.reverseOrder())
            .collect(Collectors.joining("，"));
        log.getObject().note(Kind.DEPLOYED, AuditLog.SYSTEM, deployment.getId(), "新建流程部署：" + names);
      }
      for (int i = 0; i < past.size(); i++) {
        log.getObject().note(Kind.CASE_DELETED, context.getAuthenticatedUserId(), past.get(i).getId(), "删除办理过程的记录", cases.get(i));
      }
      return result;
    }
  }

  private static List<HistoricProcessInstanceEntity> past(Command<?> command, CommandContext context) {
    Field ids = ReflectionUtils.findField(command.getClass(), "processInstanceIds", List.class);
    ReflectionUtils.makeAccessible(ids);
    return Stream.ofNullable((List<?>) ReflectionUtils.getField(ids, command))
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .map(id -> context.getHistoricProcessInstanceManager().findHistoricProcessInstance(id.toString()))
        .filter(Objects::nonNull)
        .toList();
  }
}
