package cn.gov.henan.officecleanup.platform;

import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells an official whose request the engine fails by no fault of theirs so in Chinese, with a number that is in the log, in place of the English words of whatever
 * broke. Refusals, and what the engine says of rights and of wrong requests, stay as they are: the web applications act by them.
 * Goes around {@link RetryingOnConflict}, which is to see what failed first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExplainingFailures extends AbstractProcessEnginePlugin {

  private static final int DEPTH = 20;

  private IdentityService identity;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreCommandInterceptorsTxRequired(
        Extended.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Explaining()));
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    identity = engine.getIdentityService();
  }

  private class Explaining extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (RuntimeException e) {
        if (!OfficialsRequest.isWhole(identity) || isMeantForTheOfficial(e)) {
          throw e;
        }
        if (e instanceof NullValueException) {
          throw new RefusedException(new Finding("GONE", "该事项已经办结、撤销或者不存在，请刷新后再看。", "系统"), e);
        }
        Failure failure = Failure.noted(e);
        throw new RefusedException(new Finding("FAILED", failure.message(), "系统"), e);
      }
    }
  }

  private static boolean isMeantForTheOfficial(RuntimeException exception) {
    return exception instanceof AuthorizationException || exception instanceof BadUserRequestException
        || Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause).limit(DEPTH).anyMatch(RefusedException.class::isInstance);
  }
}
