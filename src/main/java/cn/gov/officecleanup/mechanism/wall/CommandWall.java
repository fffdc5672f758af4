package cn.gov.officecleanup.mechanism.wall;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody who is signed in has the engine do anything but what {@link OfficialsCommands} lists, whatever its authorizations grant:
 * deploying, deleting, modifying, migrating, setting variables, correlating messages and the like are the application's alone. And
 * administrators, who run the system, see of its cases where they stand and what failed, not what is in them. What the application does
 * within a command, or with nobody signed in, is free.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CommandWall extends AbstractProcessEnginePlugin {

  /** an id that nothing has */
  private static final String NOTHING = "-";

  private IdentityService identity;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration
        .setCustomPreCommandInterceptorsTxRequired(ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Wall()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    identity = configuration.getIdentityService();
  }

  private class Wall extends CommandInterceptor {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
      // null while the engine is being built
      if (identity == null || Context.getCommandContext() != null) {
        return next.execute(command);
      }
      if (command instanceof AbstractQuery<?, ?> query && !query.getExpressions().isEmpty()) {
        throw ModelExpressions.inQuery();
      }
      Authentication signedIn = identity.getCurrentAuthentication();
      if (signedIn != null && signedIn.getUserId() != null) {
        check(command, Objects.requireNonNullElse(signedIn.getGroupIds(), List.of()));
        if (OfficialsCommands.readsARemark(command)) {
          return null;
        }
        if (OfficialsCommands.listsRemarks(command)) {
          return (T) List.of();
        }
      }
      try {
        return next.execute(command);
      } catch (ELException e) {
        // cannot even be read as an expression; those of models were read when they were deployed
        throw ModelExpressions.inQuery();
      }
    }
  }

  private static void check(Command<?> command, List<String> groups) {
    if (!OfficialsCommands.allows(command.getClass()) || command instanceof SetJobRetriesCmd retries && !isAnotherTry(retries)) {
      throw new AuthorizationException("这项操作只能由系统自动进行，任何人不得通过接口办理；需要办理业务的，请在待办任务和案件页面中办理。");
    }
    if (groups.stream().anyMatch(Groups.ADMINISTRATION::contains)) {
      keepFromContents(command);
    }
  }

  /** What failed is tried again; that something is not tried any more, or at another time, is not for anybody to say. */
  private static boolean isAnotherTry(SetJobRetriesCmd command) {
    PropertyAccessor fields = PropertyAccessorFactory.forDirectFieldAccess(command);
    return (int) fields.getPropertyValue("retries") > 0 && !(boolean) fields.getPropertyValue("isDueDateSet");
  }

  private static void keepFromContents(Command<?> command) {
    if (command instanceof VariableInstanceQueryImpl variables) {
      // Cockpit asks for them whichever case is looked at
      variables.variableId(NOTHING);
    } else if (OfficialsCommands.readsContents(command)
        || command instanceof AbstractVariableQueryImpl<?, ?> query && asksForVariables(query)) {
      throw contents();
    }
  }

  private static boolean asksForVariables(AbstractVariableQueryImpl<?, ?> query) {
    List<? extends AbstractVariableQueryImpl<?, ?>> parts = query instanceof ProcessInstanceQueryImpl instances ? instances.getQueries()
        : List.of(query);
    return parts.stream().anyMatch(part -> !part.getQueryVariableValues().isEmpty());
  }

  /** @return the refusal to an administrator who asks for what is in cases */
  static AuthorizationException contents() {
    return new AuthorizationException("系统、安全、审计管理员不办理业务，不得查看案件的内容。");
  }
}
