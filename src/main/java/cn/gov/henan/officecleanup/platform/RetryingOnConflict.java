package cn.gov.henan.officecleanup.platform;

import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Officials who work on neighbouring tasks in the same second must not see each other: what an official asked for and what met another's change is done
 * anew, in a transaction of its own. The job executor repeats its jobs by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetryingOnConflict extends AbstractProcessEnginePlugin {

  static final int TRIES = 12;
  private static final int PAUSE_MILLIS = 20;

  private IdentityService identity;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreCommandInterceptorsTxRequired(
        Extended.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Retrying()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    identity = configuration.getIdentityService();
  }

  private class Retrying extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      if (!isAnOfficialsWholeRequest()) {
        return next.execute(command);
      }
      for (int attempt = 1; ; attempt++) {
        try {
          return next.execute(command);
        } catch (RuntimeException e) {
          if (!isConflict(e)) {
            throw e;
          }
          if (attempt == TRIES || !pause(attempt)) {
            throw busy(e);
          }
        }
      }
    }

    /** Inside a transaction that others began, what was done before cannot be done anew. */
    private boolean isAnOfficialsWholeRequest() {
      return identity != null && identity.getCurrentAuthentication() != null && Context.getCommandContext() == null
          && !TransactionSynchronizationManager.isActualTransactionActive();
    }
  }

  /** The engine tells a row that changed meanwhile, Spring and the drivers a lock that could not be had or a deadlock. */
  private static boolean isConflict(RuntimeException exception) {
    return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause).limit(20)
        .anyMatch(cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
            || cause instanceof SQLTransientException && !(cause instanceof SQLTransientConnectionException));
  }

  /** @return false when the thread is to end */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) PAUSE_MILLIS * attempt + 1));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RefusedException busy(RuntimeException cause) {
    return new RefusedException(new Finding("BUSY", "同一事项正在被他人同时办理，本次没有办成，填写的内容没有丢失，请稍后再提交一次。", "系统"),
        cause);
  }
}
