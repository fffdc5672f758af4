package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Offers the offices that an official may have abolished: those of the own government, for the provincial bureau every one (C15). */
@Component
class OfficesToAbolish implements ChoiceProvider {

  private static final Set<OfficeStatus> ENDED = EnumSet.of(OfficeStatus.ABOLISHED, OfficeStatus.MERGED);

  private final OfficeRegister register;

  OfficesToAbolish(OfficeRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "offices-to-abolish";
  }

  @Override
  public List<Choice> offer(Official official) {
    boolean bureau = official.groups().contains(Groups.PROVINCIAL_BUREAU);
    return register.all()
        .stream()
        .filter(office -> !ENDED.contains(office.status()) && (bureau || official.actsFor(office.governmentCode())))
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
