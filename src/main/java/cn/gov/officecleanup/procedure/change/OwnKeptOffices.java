package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the kept offices of the official's own government. */
@Component
class OwnKeptOffices implements ChoiceProvider {

  private final KeptOffices kept;

  OwnKeptOffices(KeptOffices kept) {
    this.kept = kept;
  }

  @Override
  public String name() {
    return "own-kept-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return kept.all()
        .stream()
        .filter(office -> official.actsFor(office.governmentCode()))
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
