package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.PlanCities;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the cities that the plan is about (C5): in no other is an office set up by this procedure. */
@Component
class HostCities implements ChoiceProvider {

  private final PlanCities planCities;

  HostCities(PlanCities planCities) {
    this.planCities = planCities;
  }

  @Override
  public String name() {
    return "host-cities";
  }

  @Override
  public List<Choice> offer(Official official) {
    return planCities.within().stream().map(city -> new Choice(city.code(), city.name())).toList();
  }
}
