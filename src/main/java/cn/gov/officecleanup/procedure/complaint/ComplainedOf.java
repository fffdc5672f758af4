package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.StayingAway;
import cn.gov.officecleanup.mechanism.identity.Official;
import org.springframework.stereotype.Component;

/** Whoever is complained of stays away from the complaint, also once that comes to light later (C14). */
@Component
class ComplainedOf implements StayingAway {

  private final Complaints complaints;

  ComplainedOf(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public boolean keepsAway(Official official, String caseNumber) {
    return caseNumber != null
        && complaints.find(caseNumber).filter(complaint -> complaints.policy(complaint).excludes(official)).isPresent();
  }
}
