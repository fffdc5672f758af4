package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.StayingAway;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever is complained of stays away from the complaint, also once that comes to light later (C14). */
@Component
class ComplainedOf implements StayingAway {

  private final Complaints complaints;

  ComplainedOf(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public Optional<String> why(Official official, String caseNumber) {
    return caseNumber == null ? Optional.empty()
        : complaints.find(caseNumber)
            .filter(complaint -> complaints.policy(complaint).excludes(official))
            .map(complaint -> "您与本案有利害关系，应当回避，不能查看、签收或者办理本案。如有疑问，请联系收到本案的信访工作机构。");
  }
}
