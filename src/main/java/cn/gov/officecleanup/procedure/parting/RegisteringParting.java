package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C17, C21: the register shows the day on which the office parted. */
@Component
class RegisteringParting implements JavaDelegate {

  private final CaseFiles cases;
  private final Partings partings;
  private final OfficeRegister register;

  RegisteringParting(CaseFiles cases, Partings partings, OfficeRegister register) {
    this.cases = cases;
    this.partings = partings;
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Parting parting = partings.get(execution.getProcessBusinessKey());
    register.putBusinessEntity(cases.get(parting.caseNumber()).officeId(),
        new BusinessEntity(parting.entityName(), parting.entityKind(), parting.partedOn(), parting.partBy()));
  }
}
