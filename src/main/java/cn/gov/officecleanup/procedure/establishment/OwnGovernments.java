package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Governments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the governments an official acts for, mostly one. */
@Component
class OwnGovernments implements ChoiceProvider {

  private final Governments governments;

  OwnGovernments(Governments governments) {
    this.governments = governments;
  }

  @Override
  public String name() {
    return "own-governments";
  }

  @Override
  public List<Choice> offer(Official official) {
    return governments.all()
        .stream()
        .filter(government -> official.actsFor(government.code()))
        .map(government -> new Choice(government.code(), government.title()))
        .toList();
  }
}
