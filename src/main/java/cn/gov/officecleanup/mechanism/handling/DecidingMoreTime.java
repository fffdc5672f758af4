package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out what a superior decided about a deadline: more time, a rest, or neither. */
@Component
class DecidingMoreTime implements JavaDelegate {

  private static final String GRANTED = "granted";
  private static final String RESTS = "rests";

  private final MoreTimeRequests asked;
  private final MovingDeadlines deadlines;

  DecidingMoreTime(MoreTimeRequests asked, MovingDeadlines deadlines) {
    this.asked = asked;
    this.deadlines = deadlines;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when more time is given to work that is done or rests */
  @Override
  public void execute(DelegateExecution execution) {
    MoreTimeRequest request = asked.get(Long.parseLong((String) execution.getVariable(MoreTime.REQUEST)));
    String by = (String) execution.getVariable(MoreTime.DECIDING_GROUP);
    boolean granted = GRANTED.equals(execution.getVariable(MoreTime.GRANT + "Decision"));
    boolean rests = granted && request.kind() == MoreTimeRequest.Kind.HALT;
    asked.decide(request.id(), granted);
    if (rests) {
      deadlines.halt(request.subject(), request.askedAt().atZoneSameInstant(EngineClock.ZONE).toLocalDate(), by);
    } else if (granted) {
      deadlines.extend(request.subject(), request.workingDays(), by);
    } else {
      deadlines.refuse(request.subject(), by);
    }
    execution.setVariable(RESTS, rests);
  }
}
