package cn.gov.officecleanup.mechanism.wall;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.webapp.impl.db.QuerySessionFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps administrators from finding out by Cockpit's own queries what cases hold. These go past the engine's commands, and so past
 * {@link CommandWall}, but ask the engine's serializers, one after the other, for each value that cases are compared with.
 */
@Component
class CockpitConditions extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreVariableSerializers(ExtendedList.by(configuration.getCustomPreVariableSerializers(), new Refusing()));
  }

  /** Is asked first, and serializes nothing. */
  private static class Refusing extends NullValueSerializer {

    @Override
    public String getName() {
      return "conditions";
    }

    @Override
    public boolean canHandle(TypedValue value) {
      if (Context.getProcessEngineConfiguration() instanceof QuerySessionFactory cockpit) {
        Authentication signedIn = cockpit.getWrappedConfiguration().getIdentityService().getCurrentAuthentication();
        if (signedIn != null && signedIn.getGroupIds() != null
            && signedIn.getGroupIds().stream().anyMatch(Groups.ADMINISTRATION::contains)) {
          throw CommandWall.contents();
        }
      }
      return false;
    }
  }
}
