package cn.gov.henan.officecleanup.integration;

import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.register.Government;
import cn.gov.henan.officecleanup.register.Governments;
import cn.gov.henan.officecleanup.register.HostPlaces;
import cn.gov.henan.officecleanup.register.Office;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Offers the offices outside the province that others can be merged into: of the official's own government, for a county those of its city as well (C8, C9, C10). */
@Component
class ReceivingOffices implements ChoiceProvider {

  private final Governments governments;
  private final OfficeRegister register;

  ReceivingOffices(Governments governments, OfficeRegister register) {
    this.governments = governments;
    this.register = register;
  }

  @Override
  public String name() {
    return "receiving-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return governments.all().stream().filter(government -> official.actsFor(government.code())).flatMap(ReceivingOffices::withItsCity).distinct()
        .flatMap(code -> register.officesOf(code).stream())
        .filter(office -> office.status().standing() && !HostPlaces.inHenan(office.entry().hostCityCode()))
        .map(ReceivingOffices::choice).toList();
  }

  private static Stream<String> withItsCity(Government government) {
    return Stream.of(government.code(), government.cityCode());
  }

  private static Choice choice(Office office) {
    return new Choice(String.valueOf(office.id()), "%s %s（%s）".formatted(office.registerNumber(), office.name(), office.entry().hostCityName()));
  }
}
