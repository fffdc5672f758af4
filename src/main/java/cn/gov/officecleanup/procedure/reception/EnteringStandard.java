package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C18: a government lays down what a work meal may cost a person, in the city of one of its offices. */
@Component
class EnteringStandard implements JavaDelegate {

  private final ReceptionSettings settings;
  private final OfficeRegister register;
  private final Officials officials;

  EnteringStandard(ReceptionSettings settings, OfficeRegister register, Officials officials) {
    this.settings = settings;
    this.register = register;
    this.officials = officials;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when one from the same day is laid down already */
  @Override
  public void execute(DelegateExecution execution) {
    Office office = register.get(Long.parseLong(execution.getVariable("officeId").toString()));
    settings.enterStandard(office.governmentCode(), office.entry().hostCityCode(),
        GuestClass.valueOf(execution.getVariable("guestClass").toString()),
        new BigDecimal(execution.getVariable("perPerson").toString()).setScale(2),
        LocalDate.parse(execution.getVariable("validFrom").toString()), execution.getVariable("standardDocument").toString(),
        officials.required().userId());
  }
}
