package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers an official's own substitutions, to end them. */
@Component
class OwnSubstitutions implements ChoiceProvider {

  private final Substituting substituting;

  OwnSubstitutions(Substituting substituting) {
    this.substituting = substituting;
  }

  @Override
  public String name() {
    return "own-substitutions";
  }

  @Override
  public List<Choice> offer(Official official) {
    return substituting.ownSubstitutions(official);
  }
}
