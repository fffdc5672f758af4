package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Until when the term of a posting lasts; what was filled in of it is told by itself, in its rotation's case as well. And what a plan says
 * of whom.
 */
@Component
@Order(2)
class RotationFacts implements CaseFacts {

  private static final String SECTION = "任期";
  private static final String PLANNED = "轮换计划";

  private final Postings postings;
  private final RotationPlans plans;

  RotationFacts(Postings postings, RotationPlans plans) {
    this.postings = postings;
    this.plans = plans;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    Optional<Posting> found = OpeningPosting.PROCEDURE.equals(file.procedureKey()) ? postings.find(file.caseNumber()) : Optional.empty();
    found.ifPresent(posting -> {
      if (posting.endsOn() != null) {
        CaseFacts.add(facts, SECTION, "任期届满日", InWords.day(posting.endsOn()) + (posting.extended() ? "（已延期一次）" : ""));
      }
      if (posting.endedOn() != null) {
        CaseFacts.add(facts, SECTION, "任职结束", InWords.day(posting.endedOn()) + "，" + posting.endReason());
      }
    });
    plans.rows(file.caseNumber()).forEach(row -> {
      Posting posting = postings.get(row.postingCase());
      CaseFacts.add(facts, PLANNED, "%s（%s）".formatted(posting.name(), posting.post()), "任期至%s，拟%s%s".formatted(InWords.day(row.endsOn()),
          row.intention().label(), row.arrangement() == null ? "" : "：" + row.arrangement()));
    });
    return facts;
  }
}
