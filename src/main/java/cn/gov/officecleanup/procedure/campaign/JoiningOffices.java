package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C20: the register has changed. Offices that are new, or whose disposition is another now, join the campaign, and with them who reports on
 * them. A portion of the register is looked at in one transaction; the model comes back until all of it was.
 */
@Component
class JoiningOffices implements JavaDelegate {

  /** variables of the model: the last office that was looked at, and whether all were */
  private static final String LAST = "lastJoined";
  private static final String DONE = "allOfficesJoined";

  private final Campaigns campaigns;
  private final OfficeRegister register;
  private final OfficeWays ways;
  private final IdentitySetup identities;
  private final RegisterImportProperties properties;

  JoiningOffices(Campaigns campaigns, OfficeRegister register, OfficeWays ways, IdentitySetup identities,
      RegisterImportProperties properties) {
    this.campaigns = campaigns;
    this.register = register;
    this.ways = ways;
    this.identities = identities;
    this.properties = properties;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Long last = (Long) execution.getVariableLocal(LAST);
    if (last == null) {
      execution.setVariableLocal("joinedUnits", new ArrayList<>(campaigns.takeInNewUnits(execution.getProcessBusinessKey())));
      identities.ensureGroupsOfDepartments();
    }
    List<Office> portion = register.after(last == null ? 0 : last, properties.portion());
    portion.forEach(ways::send);
    if (!portion.isEmpty()) {
      execution.setVariableLocal(LAST, portion.get(portion.size() - 1).id());
    }
    execution.setVariableLocal(DONE, portion.size() < properties.portion());
  }
}
