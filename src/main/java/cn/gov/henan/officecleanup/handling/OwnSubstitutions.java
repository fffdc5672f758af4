package cn.gov.henan.officecleanup.handling;

import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Official;
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
