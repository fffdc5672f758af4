package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of an inspection offer (C14). */
@Configuration
class InspectionChoices {

  @Bean
  ChoiceProvider inspectableOffices(OfficeRegister register) {
    return provider("inspectable-offices",
        official -> register.all()
            .stream()
            .filter(office -> !office.status().ended())
            .map(office -> new Choice(String.valueOf(office.id()), office.described()))
            .toList());
  }

  /** Whoever works for the bureau may be sent; its leader signs and does not go. */
  @Bean
  ChoiceProvider inspectors(Officials officials) {
    return provider("inspectors", official -> {
      List<String> members = officials.membersOf(Groups.PROVINCIAL_BUREAU);
      var names = officials.namesOf(members);
      return members.stream().sorted().map(user -> new Choice(user, names.getOrDefault(user, user))).toList();
    });
  }

  @Bean
  ChoiceProvider homeCities(Governments governments) {
    return provider("home-cities",
        official -> Stream.concat(governments.all()
            .stream()
            .filter(government -> government.superiorCode() != null && government.cityCode().equals(government.code()))
            .map(government -> new Choice(government.code(), government.name())), Stream.of(new Choice("OTHER", "省外"))).toList());
  }

  private static ChoiceProvider provider(String name, Function<Official, List<Choice>> offering) {
    return new ChoiceProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Choice> offer(Official official) {
        return offering.apply(official);
      }
    };
  }
}
