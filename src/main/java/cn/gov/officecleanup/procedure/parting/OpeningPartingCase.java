package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the follow-up of a promise that the register knows: its day is the deadline (C17). */
@Component
class OpeningPartingCase implements ExecutionListener {

  private final Partings partings;
  private final OfficeRegister register;

  OpeningPartingCase(Partings partings, OfficeRegister register) {
    this.partings = partings;
    this.register = register;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String name = (String) execution.getVariable("entityName");
    BusinessEntity entity = register.businessEntitiesOf((Long) execution.getVariable("officeId"))
        .stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow();
    partings.open(execution.getProcessBusinessKey(), entity);
  }
}
