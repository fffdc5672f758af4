package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Offers the offices of the official's own government, those that cannot be kept as well: choosing one of them tells why (C1–C3), where an
 * empty list would leave the official guessing.
 */
@Component
class OwnOffices implements ChoiceProvider {

  private final Governments governments;
  private final OfficeRegister register;

  OwnOffices(Governments governments, OfficeRegister register) {
    this.governments = governments;
    this.register = register;
  }

  @Override
  public String name() {
    return "own-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return governments.all()
        .stream()
        .map(Government::code)
        .filter(official::actsFor)
        .flatMap(code -> register.officesOf(code).stream())
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
