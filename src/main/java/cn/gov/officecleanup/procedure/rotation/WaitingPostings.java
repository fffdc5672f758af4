package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the procedures of postings and rotations what happened to a posting elsewhere (C13). */
@Component
class WaitingPostings {

  /** Where the procedure of a posting waits until its term is nearly over. */
  private static final String WAITING = "approaching";
  private static final String CALLED_OFF = "exchange-off";
  private static final String EXCHANGED = "posts-exchanged";

  private final Rotations rotations;
  private final Officials officials;
  private final RuntimeService runtime;
  private final ManagementService management;

  WaitingPostings(Rotations rotations, Officials officials, @Lazy RuntimeService runtime, @Lazy ManagementService management) {
    this.rotations = rotations;
    this.officials = officials;
    this.runtime = runtime;
    this.management = management;
  }

  /** Has a posting's term be nearly over on a day. A rotation that is under way already goes on. */
  void wake(String postingCase, Date when) {
    officials.asApplication(() -> {
      runtime.createExecutionQuery()
          .activityId(WAITING)
          .processInstanceBusinessKey(postingCase)
          .list()
          .forEach(waiting -> management.createJobQuery()
              .executionId(waiting.getId())
              .timers()
              .list()
              .forEach(timer -> management.setJobDuedate(timer.getId(), when, false)));
      return null;
    });
  }

  /** Has a rotation that would exchange a posting begin anew: one of the two who would exchange posts leaves, or the office ends. */
  void callExchangesOff(String postingCase) {
    rotations.exchanging(postingCase).forEach(rotation -> tell(CALLED_OFF, rotation));
  }

  /** Ends the rotation of a posting that was exchanged in another's. */
  void settle(String postingCase) {
    rotations.underWay(postingCase).ifPresent(rotation -> tell(EXCHANGED, rotation));
  }

  private void tell(String message, String rotation) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(rotation).correlateAll();
      return null;
    });
  }
}
