package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers the offices of the official's own government of which it is decided that they stay, so that they may receive guests (C18). */
@Component
class OwnOfficesThatStay implements ChoiceProvider {

  private final OfficeRegister register;

  OwnOfficesThatStay(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "own-offices-that-stay";
  }

  @Override
  public List<Choice> offer(Official official) {
    return of(official).map(office -> new Choice(String.valueOf(office.id()), office.described())).toList();
  }

  /** @return these offices */
  Stream<Office> of(Official official) {
    return official.governments()
        .stream()
        .flatMap(government -> register.officesOf(government).stream())
        .filter(office -> office.status().stays());
  }
}
