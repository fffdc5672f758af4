package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.identity.SessionEnds;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.identity.SlowPasswordHash;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts {@link SigningIn} into the engine, and {@link AuditedIdentities} unless a directory keeps the users; what groups may do is fixed,
 * and changed by nobody who is signed in.
 */
@Component
@Order
class AuditEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<AuditLog> log;
  private final ObjectProvider<GroupNames> names;
  private final ObjectProvider<Officials> officials;
  private final ObjectProvider<SignInLocks> locks;
  private final ObjectProvider<SessionEnds> sessions;
  private final SlowPasswordHash passwords;
  private final ApplicationEventPublisher events;

  AuditEnginePlugin(ObjectProvider<AuditLog> log, ObjectProvider<GroupNames> names, ObjectProvider<Officials> officials,
      ObjectProvider<SignInLocks> locks, ObjectProvider<SessionEnds> sessions, SlowPasswordHash passwords,
      ApplicationEventPublisher events) {
    this.log = log;
    this.names = names;
    this.officials = officials;
    this.locks = locks;
    this.sessions = sessions;
    this.passwords = passwords;
    this.events = events;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setIdentityService(new SigningIn(locks::getObject, log::getObject, passwords));
    if (configuration.getIdentityProviderSessionFactory() == null) {
      configuration.setIdentityProviderSessionFactory(new Identities());
    }
    configuration.setCustomPreCommandInterceptorsTxRequired(
        ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new Granting()));
  }

  private class Identities implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuditedIdentities.class;
    }

    @Override
    public Session openSession() {
      return new AuditedIdentities(log.getObject(), names.getObject(), passwords, sessions.getObject(), events);
    }
  }

  private class Granting extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      if ((command instanceof SaveAuthorizationCmd || command instanceof DeleteAuthorizationCmd)
          && officials.getObject().current().isPresent()) {
        throw new RefusedException("FIXED_AUTHORIZATIONS", "各组的权限由系统规定，不能手工更改；给用户授权，请由安全管理员把用户加入相应的组。", "三员分立");
      }
      return next.execute(command);
    }
  }
}
