package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeStatusNoted;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * C13: in an office that does not stand any more nobody rotates; its people are placed. Their postings end on the day on which the office
 * does.
 */
@Component
class EndingPostings {

  private static final String OFFICE_ENDED = "office-ended";

  private final Postings postings;
  private final Rotations rotations;
  private final WaitingPostings waiting;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  EndingPostings(Postings postings, Rotations rotations, WaitingPostings waiting, Officials officials, @Lazy RuntimeService runtime,
      Clock clock) {
    this.postings = postings;
    this.rotations = rotations;
    this.waiting = waiting;
    this.officials = officials;
    this.runtime = runtime;
    this.clock = clock;
  }

  @EventListener
  void noted(OfficeStatusNoted noted) {
    if (noted.status().standing()) {
      return;
    }
    officials.asApplication(() -> {
      rotations.openIn(noted.officeId())
          .forEach(rotation -> runtime.createMessageCorrelation(OFFICE_ENDED).processInstanceBusinessKey(rotation).correlate());
      return null;
    });
    postings.lastingIn(noted.officeId()).forEach(posting -> waiting.callExchangesOff(posting.caseNumber()));
    if (noted.status().ended()) {
      String reason = "办事机构%s，任职随之结束。".formatted(noted.status().label());
      postings.lastingIn(noted.officeId()).forEach(posting -> {
        postings.end(posting.caseNumber(), LocalDate.now(clock), reason);
        waiting.expectNoContract(posting.caseNumber());
      });
    }
  }
}
