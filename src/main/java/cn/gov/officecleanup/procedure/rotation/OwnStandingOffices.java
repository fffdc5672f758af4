package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the standing offices of the official's own government, in which people are registered (C13). */
@Component
class OwnStandingOffices implements ChoiceProvider {

  private final OfficeRegister register;

  OwnStandingOffices(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "own-standing-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.governments()
        .stream()
        .flatMap(government -> register.officesOf(government).stream())
        .filter(office -> office.status().standing())
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
