package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
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
