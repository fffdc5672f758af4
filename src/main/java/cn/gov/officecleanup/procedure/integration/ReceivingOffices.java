package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Offers the offices outside the province that others can be merged into: of the official's own government, for a county those of its city
 * as well (C8, C9, C10).
 */
@Component
class ReceivingOffices implements ChoiceProvider {

  private final Governments governments;
  private final OfficeRegister register;
  private final Province province;

  ReceivingOffices(Governments governments, OfficeRegister register, Province province) {
    this.governments = governments;
    this.register = register;
    this.province = province;
  }

  @Override
  public String name() {
    return "receiving-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return governments.all()
        .stream()
        .filter(government -> official.actsFor(government.code()))
        .flatMap(ReceivingOffices::withItsCity)
        .distinct()
        .flatMap(code -> register.officesOf(code).stream())
        .filter(office -> office.status().standing() && !province.contains(office.entry().hostCityCode()))
        .map(ReceivingOffices::choice)
        .toList();
  }

  private static Stream<String> withItsCity(Government government) {
    return Stream.of(government.code(), government.cityCode());
  }

  private static Choice choice(Office office) {
    return new Choice(String.valueOf(office.id()),
        "%s %s（%s）".formatted(office.registerNumber(), office.name(), office.entry().hostCityName()));
  }
}
