package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which office a complaint is about (C14), and the days that count: by when who complained is told, has a decision, and may ask for a
 * review.
 */
@Component
@Order(2)
class ComplaintFacts implements CaseFacts {

  private static final String SECTION = "信访期限";

  private final Complaints complaints;
  private final OfficeRegister register;
  private final Terms terms;

  ComplaintFacts(Complaints complaints, OfficeRegister register, Terms terms) {
    this.complaints = complaints;
    this.register = register;
    this.terms = terms;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return complaints.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Complaint complaint) {
    List<Fact> facts = new ArrayList<>();
    if (complaint.aboutOffice() != null) {
      CaseFacts.add(facts, "反映的对象", "办事机构", register.get(complaint.aboutOffice()).name());
    }
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
