package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.LocalDate;
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
  private final MoreTimeProperties limits;

  DecidingMoreTime(MoreTimeRequests asked, MovingDeadlines deadlines, MoreTimeProperties limits) {
    this.asked = asked;
    this.deadlines = deadlines;
    this.limits = limits;
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
      deadlines.extend(request.subject(), request.workingDays(), latest(request), by);
    } else {
      deadlines.refuse(request.subject(), by);
    }
    execution.setVariable(RESTS, rests);
  }

  /** What was asked for in time may be decided late. */
  private LocalDate latest(MoreTimeRequest request) {
    return deadlines.ofCase(request.caseNumber())
        .filter(work -> work.subject().equals(request.subject()))
        .map(work -> limits.of(work.term()).latest(work.lastDay()))
        .orElse(null);
  }
}
