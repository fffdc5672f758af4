package cn.gov.officecleanup.mechanism.identity;

import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the jobs by which the application itself works, such as mails and the clean-up of history, to administrators. The engine alone
 * checks jobs by the process they belong to and leaves those that belong to none to everyone who is signed in.
 */
@Component
class ApplicationJobAuthorization extends AbstractProcessEnginePlugin {

  private final ObjectProvider<Officials> officials;

  ApplicationJobAuthorization(ObjectProvider<Officials> officials) {
    this.officials = officials;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreCommandInterceptorsTxRequired(
        ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Suspending()));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl configuration) {
    configuration.getCommandCheckers().replaceAll(checker -> checker instanceof AuthorizationCommandChecker ? new Checker() : checker);
  }

  /** The engine asks no checker before it suspends or activates a job that belongs to no process. */
  private class Suspending extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      if (command instanceof AbstractSetJobStateCmd
          && officials.getObject().current().filter(official -> !official.groups().contains(Groups.ADMINISTRATORS)).isPresent()) {
        throw new AuthorizationException("只有系统管理员可以暂停或者恢复系统作业。");
      }
      return next.execute(command);
    }
  }

  private static class Checker extends AuthorizationCommandChecker {

    @Override
    public void checkUpdateJob(JobEntity job) {
      checkOwn(job);
      super.checkUpdateJob(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
      checkOwn(job);
      super.checkUpdateRetriesJob(job);
    }

    @Override
    public void checkReadJob(JobEntity job) {
      checkOwn(job);
      super.checkReadJob(job);
    }

    private void checkOwn(JobEntity job) {
      if (job.getProcessDefinitionKey() == null) {
        getAuthorizationManager().checkCamundaAdmin();
      }
    }
  }
}
