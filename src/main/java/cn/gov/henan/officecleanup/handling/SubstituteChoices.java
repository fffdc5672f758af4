package cn.gov.henan.officecleanup.handling;

import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Official;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers who may stand in for an official. */
@Component
class SubstituteChoices implements ChoiceProvider {

  private final Substituting substituting;

  SubstituteChoices(Substituting substituting) {
    this.substituting = substituting;
  }

  @Override
  public String name() {
    return "possible-substitutes";
  }

  @Override
  public List<Choice> offer(Official official) {
    return substituting.possibleSubstitutes(official);
  }
}
