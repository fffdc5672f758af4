package cn.gov.officecleanup.procedure.campaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C1–C4, C8–C11, C20: sends every office of one reporting unit on its way. */
@Component
class SendingOffices implements JavaDelegate {

  private final ReportingUnits units;
  private final OfficeWays ways;

  SendingOffices(ReportingUnits units, OfficeWays ways) {
    this.units = units;
    this.ways = ways;
  }

  @Override
  public void execute(DelegateExecution execution) {
    units.officesOf(units.get((String) execution.getVariable("unitCode"))).forEach(ways::send);
  }
}
