package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Offers the offices that may have an entity to part from: those of the official's own government, for the provincial bureau every one;
 * also of those that are merged or abolished, since parting is owed anyway (C17).
 */
@Component
class OfficesWithEntities implements ChoiceProvider {

  private final OfficeRegister register;

  OfficesWithEntities(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "offices-with-entities";
  }

  @Override
  public List<Choice> offer(Official official) {
    boolean bureau = official.groups().contains(Groups.PROVINCIAL_BUREAU);
    return register.all()
        .stream()
        .filter(office -> bureau || official.actsFor(office.governmentCode()))
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
