package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.procedure.application.ApplicationKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins an application to set up an office (C5), of the government that the case is of. */
@Component
public class OpeningEstablishmentCase implements ExecutionListener {

  private final Applications applications;

  OpeningEstablishmentCase(Applications applications) {
    this.applications = applications;
  }

  /** @return what one application at a time is about: an office of a government in a city (C8) */
  public String seat(String governmentCode, String hostCityCode) {
    return Applications.seat(governmentCode, hostCityCode);
  }

  @Override
  public void notify(DelegateExecution execution) {
    applications.begin(execution.getProcessBusinessKey(),
        Map.of("kind", ApplicationKind.ESTABLISHMENT, "workKind", WorkKind.GENERAL, "officeName", execution.getVariable("officeName"),
            "hostCityCode", execution.getVariable("hostCityCode"), "hostCityName", execution.getVariable("hostCityName")));
    execution.setVariable("officeId", null);
    execution.setVariable("applicationKind", ApplicationKind.ESTABLISHMENT.name());
  }
}
