package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has work go on that rested. */
@Component
class ResumingWork implements JavaDelegate {

  private final MoreTimeRequests asked;
  private final MovingDeadlines deadlines;

  ResumingWork(MoreTimeRequests asked, MovingDeadlines deadlines) {
    this.asked = asked;
    this.deadlines = deadlines;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deadlines.resume(asked.get(Long.parseLong((String) execution.getVariable(MoreTime.REQUEST))).subject(),
        (String) execution.getVariable(MoreTime.DECIDING_GROUP));
  }
}
