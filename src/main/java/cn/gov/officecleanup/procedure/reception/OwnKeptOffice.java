package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the kept office that the official works in (C18). */
@Component
class OwnKeptOffice implements ChoiceProvider {

  private final OfficeRegister register;

  OwnKeptOffice(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "own-kept-office";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.groups()
        .stream()
        .flatMap(group -> Groups.officeOf(group).stream())
        .distinct()
        .map(register::get)
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
