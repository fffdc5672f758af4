package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the forms of a complaint offer: all offices of the register, also those that have ended (C14). */
@Component
class ComplaintChoices implements ChoiceProvider {

  private final OfficeRegister register;

  ComplaintChoices(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "complained-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return register.all().stream().map(office -> new Choice(String.valueOf(office.id()), office.described())).toList();
  }
}
