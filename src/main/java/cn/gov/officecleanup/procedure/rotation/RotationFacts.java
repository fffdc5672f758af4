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

  private static final String AUDIT = "任期经济责任审计";

  private final Postings postings;
  private final RotationPlans plans;
  private final TermAudits audits;

  RotationFacts(Postings postings, RotationPlans plans, TermAudits audits) {
    this.postings = postings;
    this.plans = plans;
    this.audits = audits;
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
    audits.find(file.caseNumber()).ifPresent(audit -> {
      Posting posting = postings.get(audit.postingCase());
      CaseFacts.add(facts, AUDIT, "离任的负责人", "%s（%s）".formatted(posting.name(), posting.post()));
      CaseFacts.add(facts, AUDIT, "任职期间",
          "%s至%s".formatted(InWords.day(posting.postedOn()), posting.endedOn() == null ? "离任之日（尚未登记）" : InWords.day(posting.endedOn())));
      CaseFacts.add(facts, AUDIT, "轮换案件", audit.rotationCase());
    });
    audits.orderedIn(file.caseNumber())
        .forEach(audit -> CaseFacts.add(facts, AUDIT, "案件" + audit.caseNumber(), audit.termAuditConclusion() == null ? "已委托，尚未提出审计意见"
            : "%s（%s，%s）".formatted(audit.termAuditConclusion().label(), audit.reportNumber(), InWords.day(audit.reportedOn()))));
    plans.rows(file.caseNumber()).forEach(row -> {
      Posting posting = postings.get(row.postingCase());
      CaseFacts.add(facts, PLANNED, "%s（%s）".formatted(posting.name(), posting.post()), "任期至%s，拟%s%s".formatted(InWords.day(row.endsOn()),
          row.intention().label(), row.arrangement() == null ? "" : "：" + row.arrangement()));
    });
    return facts;
  }
}
