package cn.gov.henan.officecleanup.platform;

import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Officials who work on neighbouring tasks in the same second must not see each other: what an official asked for and what met another's change is done
 * anew, in a transaction of its own. The job executor repeats its jobs by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RetryingOnConflict extends AbstractProcessEnginePlugin {

  /** so many that one of a whole department's officials, of whom one at a time gets through, is not turned away */
  static final int TRIES = 60;
  private static final int PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 300;
  /** class of SQL states: deadlocks, transactions that could not be put in a row */
  private static final String TRANSACTION_ROLLED_BACK = "40";
  /** PostgreSQL's SQL state of a lock that was not had in time */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

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
      // inside a transaction that others began, what was done before cannot be done anew
      if (!OfficialsRequest.isWhole(identity)) {
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
  }

  /** The engine tells a row that changed meanwhile, Spring and the drivers a lock that could not be had or a deadlock. */
  private static boolean isConflict(RuntimeException exception) {
    return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause).limit(20)
        .anyMatch(cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
            || cause instanceof SQLException sql && isConflict(sql));
  }

  /** H2 tells it by the type of the exception, PostgreSQL, whose driver has only one, by the SQL state. */
  private static boolean isConflict(SQLException exception) {
    String state = Objects.toString(exception.getSQLState(), "");
    return exception instanceof SQLTransientException && !(exception instanceof SQLTransientConnectionException)
        || state.startsWith(TRANSACTION_ROLLED_BACK) || state.equals(LOCK_NOT_AVAILABLE);
  }

  /** @return false when the thread is to end */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, Math.min(PAUSE_MILLIS * attempt, LONGEST_PAUSE_MILLIS) + 1));
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
