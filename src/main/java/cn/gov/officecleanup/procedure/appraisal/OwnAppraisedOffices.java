package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the offices of the official's own government that were graded in any year, also those that ended since (C12). */
@Component
class OwnAppraisedOffices implements ChoiceProvider {

  private final OfficeRegister register;
  private final Appraisals appraisals;

  OwnAppraisedOffices(OfficeRegister register, Appraisals appraisals) {
    this.register = register;
    this.appraisals = appraisals;
  }

  @Override
  public String name() {
    return "own-appraised-offices";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.governments()
        .stream()
        .flatMap(government -> register.officesOf(government).stream())
        .filter(office -> appraisals.graded(office.id()))
        .map(office -> new Choice(String.valueOf(office.id()), office.described()))
        .toList();
  }
}
