package cn.gov.henan.officecleanup.establishment;

import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.register.Governments;
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
    return governments.all().stream().filter(government -> official.actsFor(government.code()))
        .map(government -> new Choice(government.code(), government.title())).toList();
  }
}
