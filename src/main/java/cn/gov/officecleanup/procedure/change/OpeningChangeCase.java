package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.application.ApplicationKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.ChangeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the application to change what was approved of the office that the case is about (C3, C4). */
@Component
class OpeningChangeCase implements ExecutionListener {

  private final Applications applications;
  private final OfficeRegister register;
  private final ChangeLawful lawful;

  OpeningChangeCase(Applications applications, OfficeRegister register, ChangeLawful lawful) {
    this.applications = applications;
    this.register = register;
    this.lawful = lawful;
  }

  /** @throws RefusedException when the office may not be changed in this way */
  @Override
  public void notify(DelegateExecution execution) {
    Office office = register.get((Long) execution.getVariable("officeId"));
    ChangeKind kind = ChangeKind.valueOf((String) execution.getVariable("changeKind"));
    lawful.against(office, kind).ifPresent(obstacle -> {
      throw new RefusedException(List.of(obstacle));
    });
    OfficeEntry entry = office.entry();
    Map<String, Object> known = new HashMap<>(Map.of("kind", ApplicationKind.CHANGE, "changeKind", kind, "officeName", office.name(),
        "hostCityCode", entry.hostCityCode(), "hostCityName", entry.hostCityName(), "workKind", entry.workKind()));
    if (entry.specialWorkEnd() != null) {
      known.put("specialWorkEnd", entry.specialWorkEnd());
    }
    applications.begin(execution.getProcessBusinessKey(), known);
    execution.setVariable("applicationKind", ApplicationKind.CHANGE.name());
  }
}
