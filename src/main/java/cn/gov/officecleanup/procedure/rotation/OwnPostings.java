package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the postings that last in the offices of the government whose people the official handles, without the people's names (C13). */
@Component
class OwnPostings implements ChoiceProvider {

  private final OfficeRegister register;
  private final Postings postings;

  OwnPostings(OfficeRegister register, Postings postings) {
    this.register = register;
    this.postings = postings;
  }

  @Override
  public String name() {
    return "own-postings";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.governmentsWhosePeople()
        .stream()
        .flatMap(government -> register.officesOf(government).stream())
        .flatMap(office -> postings.lastingIn(office.id()).stream().map(posting -> choice(office, posting)))
        .toList();
  }

  private static Choice choice(Office office, Posting posting) {
    return new Choice(posting.caseNumber(),
        "%s %s（人员编号%s，%s）".formatted(office.name(), posting.post(), posting.personNumber(), posting.caseNumber()));
  }
}
