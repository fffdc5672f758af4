package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.identity.IdentitySetup;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C20: the register has changed. Offices that are new, or whose disposition is another now, join the campaign, and with them who reports on
 * them.
 */
@Component
class JoiningOffices implements JavaDelegate {

  private final Campaigns campaigns;
  private final ReportingUnits units;
  private final OfficeWays ways;
  private final IdentitySetup identities;

  JoiningOffices(Campaigns campaigns, ReportingUnits units, OfficeWays ways, IdentitySetup identities) {
    this.campaigns = campaigns;
    this.units = units;
    this.ways = ways;
    this.identities = identities;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariableLocal("joinedUnits", new ArrayList<>(campaigns.takeInNewUnits(execution.getProcessBusinessKey())));
    identities.ensureGroupsOfDepartments();
    units.officesByUnit().values().forEach(offices -> offices.forEach(ways::send));
  }
}
