package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.procedure.complaint.Complaint.Channel;
import java.util.Date;
import org.springframework.stereotype.Component;

/** When a complaint is sorted: in time for the notice, and what another body passed on in time to object (信访工作条例第二十三条). */
@Component
public class ComplaintSorting {

  private final Complaints complaints;
  private final Terms terms;

  ComplaintSorting(Complaints complaints, Terms terms) {
    this.complaints = complaints;
    this.terms = terms;
  }

  /** @return the end of the last day; the model asks this */
  public Date due(String caseNumber) {
    Complaint complaint = complaints.get(caseNumber);
    return terms
        .endOf(terms.lastDay(complaint.channel() == Channel.TRANSFER ? "complaint-objection" : "complaint-notice", complaint.receivedOn()));
  }
}
