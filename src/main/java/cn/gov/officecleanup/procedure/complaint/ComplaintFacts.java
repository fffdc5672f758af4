package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The days that count in a complaint (C14): by when who complained is told, has a decision, and may ask for a review. */
@Component
@Order(2)
class ComplaintFacts implements CaseFacts {

  private static final String SECTION = "信访期限";

  private final Complaints complaints;
  private final Terms terms;

  ComplaintFacts(Complaints complaints, Terms terms) {
    this.complaints = complaints;
    this.terms = terms;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return complaints.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Complaint complaint) {
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, SECTION, "收到日期", InWords.day(complaint.receivedOn()));
    if (complaint.acceptedOn() == null) {
      CaseFacts.add(facts, SECTION, "书面告知至迟", InWords.day(terms.lastDay("complaint-notice", complaint.receivedOn())));
    } else {
      CaseFacts.add(facts, SECTION, "办结至迟",
          InWords.day(complaints.lastDay(complaint)) + (Boolean.TRUE.equals(complaint.extended()) ? "（已延长一次）" : ""));
    }
    complaints.reviewableUntil(complaint).ifPresent(day -> CaseFacts.add(facts, SECTION, "申请复查至迟", InWords.day(day)));
    return facts;
  }
}
