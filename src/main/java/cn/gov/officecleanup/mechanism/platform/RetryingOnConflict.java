package cn.gov.officecleanup.mechanism.platform;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;

/**
 * Officials who work on neighbouring tasks in the same second must not see each other: what an official asked for and what met another's
 * change is done anew, in a transaction of its own, be it a command of the engine or a transaction of the application. The second look then
 * tells what holds now. The job executor repeats its jobs by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RetryingOnConflict extends AbstractProcessEnginePlugin {

  /** so many that one of a whole department's officials, of whom one at a time gets through, is not turned away */
  static final int TRIES = 60;
  /**
   * whoever wrote the same row first has committed by then, so that the next look finds it; what is still refused then was there all the
   * time
   */
  static final int TRIES_ON_SAME_ROW = 5;
  private static final int PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 300;
  /** class of SQL states: deadlocks, transactions that could not be put in a row */
  private static final String TRANSACTION_ROLLED_BACK = "40";
  /** PostgreSQL's SQL state of a lock that was not had in time */
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  /** SQL state, in both databases, of a row that is there already */
  private static final String SAME_ROW = "23505";

  private IdentityService identity;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreCommandInterceptorsTxRequired(
        ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Retrying()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    identity = configuration.getIdentityService();
  }

  private class Retrying extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      return untilNothingConflicts(() -> next.execute(command));
    }
  }

  /**
   * @param transactional advises what the application declares to be a transaction
   * @return advice around it: a transaction that met another's change is begun anew
   */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor retryingTransactions(BeanFactoryTransactionAttributeSourceAdvisor transactional,
      ObjectProvider<RetryingOnConflict> retrying) {
    MethodInterceptor around = invocation -> {
      // each try needs the rest of the chain from its beginning
      ProxyMethodInvocation whole = (ProxyMethodInvocation) invocation;
      return retrying.getObject().untilNothingConflicts(() -> proceed(whole.invocableClone()));
    };
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(transactional.getPointcut(), around);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static Object proceed(MethodInvocation invocation) {
    try {
      return invocation.proceed();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  private <T> T untilNothingConflicts(Supplier<T> work) {
    // inside a transaction that others began, what was done before cannot be done anew
    if (!OfficialsRequest.isWhole(identity)) {
      return work.get();
    }
    for (int attempt = 1;; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        boolean sameRow = isSameRow(e);
        if (!sameRow && !isConflict(e)) {
          throw e;
        }
        if (attempt >= (sameRow ? TRIES_ON_SAME_ROW : TRIES) || !pause(attempt)) {
          throw sameRow ? there(e) : busy(e);
        }
      }
    }
  }

  /** The engine tells a row that changed meanwhile, Spring and the drivers a lock that could not be had or a deadlock. */
  private static boolean isConflict(RuntimeException exception) {
    return causes(exception).anyMatch(cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
        || cause instanceof SQLException sql && isConflict(sql));
  }

  /** Two wrote the same row in the same moment: both had looked, and seen none. */
  private static boolean isSameRow(RuntimeException exception) {
    return causes(exception).anyMatch(cause -> cause instanceof SQLException sql && SAME_ROW.equals(sql.getSQLState()));
  }

  private static Stream<Throwable> causes(RuntimeException exception) {
    return Stream.<Throwable>iterate(exception, cause -> cause != null, Throwable::getCause).limit(20);
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
    return new RefusedException(new Finding("BUSY", "同一事项正在被他人同时办理，本次没有办成，填写的内容没有丢失，请稍后再提交一次。", "系统"), cause);
  }

  private static RefusedException there(RuntimeException cause) {
    return new RefusedException(new Finding("THERE_ALREADY", "相同的内容已经存在，可能刚由他人或者您在另一窗口提交，请刷新后再看。", "系统"), cause);
  }
}
