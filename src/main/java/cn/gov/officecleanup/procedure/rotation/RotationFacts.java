package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who handle a rotation read about whose term is nearly over, and in the case of a posting until when the term lasts. */
@Component
@Order(2)
class RotationFacts implements CaseFacts {

  private static final String SECTION = "现任情况";

  private final Postings postings;
  private final Rotations rotations;

  RotationFacts(Postings postings, Rotations rotations) {
    this.postings = postings;
    this.rotations = rotations;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    if (OpeningRotation.PROCEDURE.equals(file.procedureKey())) {
      rotations.find(file.caseNumber()).map(Rotation::postingCase).map(postings::get).ifPresent(posting -> {
        CaseFacts.add(facts, SECTION, "姓名和人员编号", "%s（%s）".formatted(posting.name(), posting.personNumber()));
        CaseFacts.add(facts, SECTION, "人员身份", posting.status().label());
        CaseFacts.add(facts, SECTION, "职务岗位", "%s（%s）".formatted(posting.post(), posting.duty().label()));
        CaseFacts.add(facts, SECTION, "任职日期和依据", "%s，%s".formatted(InWords.day(posting.postedOn()), posting.basisNumber()));
        addTerm(facts, posting);
      });
    } else if (OpeningPosting.PROCEDURE.equals(file.procedureKey())) {
      postings.find(file.caseNumber()).ifPresent(posting -> addTerm(facts, posting));
    }
    return facts;
  }

  private static void addTerm(List<Fact> facts, Posting posting) {
    if (posting.endsOn() != null) {
      CaseFacts.add(facts, SECTION, "任期届满日", InWords.day(posting.endsOn()) + (posting.extended() ? "（已延期一次）" : ""));
    }
    if (posting.endedOn() != null) {
      CaseFacts.add(facts, SECTION, "任职结束", InWords.day(posting.endedOn()) + "，" + posting.endReason());
    }
  }
}
