package cn.gov.officecleanup.mechanism.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

/**
 * Sets the engine's timers that look at deadlines, one at a time for each piece of work. A timer belongs to the process instance: it rests
 * while the instance is suspended and goes when it goes. To be used inside the engine's commands only.
 */
@Component
class DeadlineTimers {

  /** Sets the timer of a piece of work that has none. */
  TimerEntity set(DeadlineSubject subject, ExecutionEntity processInstance, Instant when) {
    TimerEntity timer = new TimerEntity();
    timer.setExecution(processInstance);
    timer.setProcessDefinitionId(processInstance.getProcessDefinitionId());
    timer.setProcessDefinitionKey(processInstance.getProcessDefinition().getKey());
    timer.setJobHandlerType(DeadlineJobHandler.TYPE);
    timer.setJobHandlerConfiguration(subject);
    timer.setDuedate(Date.from(when));
    // a look at one piece of work need not wait for another's; and when all deadlines of a province fall at once, H2 would have to
    // compare each of these
    // timers with every other to find out whose turn it is
    timer.setExclusive(false);
    Context.getCommandContext().getJobManager().schedule(timer);
    return timer;
  }

  /**
   * Sets the timer of a piece of work anew that the engine has just removed. A migration does so before it gives the instance its new
   * model.
   */
  void restore(DeadlineSubject subject, ExecutionEntity processInstance, Instant when) {
    TimerEntity timer = set(subject, processInstance, when);
    Context.getCommandContext().registerCommandContextListener(new CommandContextListener() {
      @Override
      public void onCommandContextClose(CommandContext context) {
        timer.setProcessDefinitionId(processInstance.getProcessDefinitionId());
        timer.setDeploymentId(processInstance.getProcessDefinition().getDeploymentId());
      }

      @Override
      public void onCommandFailed(CommandContext context, Throwable failure) {
        // nothing is kept then
      }
    });
  }

  /** Moves the timer of a piece of work, or sets one. */
  void move(DeadlineSubject subject, ExecutionEntity processInstance, Instant when) {
    List<JobEntity> timers = of(subject);
    timers.forEach(timer -> timer.setDuedate(Date.from(when)));
    if (timers.isEmpty()) {
      set(subject, processInstance, when);
    }
  }

  void remove(DeadlineSubject subject) {
    of(subject).forEach(JobEntity::delete);
  }

  private static List<JobEntity> of(DeadlineSubject subject) {
    CommandContext context = Context.getCommandContext();
    return context.getJobManager()
        .findJobsByConfiguration(DeadlineJobHandler.TYPE, subject.toCanonicalString(), null)
        .stream()
        .filter(job -> !job.equals(context.getCurrentJob()))
        .toList();
  }
}
