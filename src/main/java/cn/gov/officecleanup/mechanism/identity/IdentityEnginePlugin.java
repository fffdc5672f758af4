package cn.gov.officecleanup.mechanism.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Has the engine keep passwords by {@link SlowPasswordHash} and grant users what {@link RightsOfUsers} says. */
@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

  private final SlowPasswordHash passwords;

  IdentityEnginePlugin(SlowPasswordHash passwords) {
    this.passwords = passwords;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setPasswordEncryptor(passwords);
    configuration.setResourceAuthorizationProvider(new RightsOfUsers());
  }
}
