package cn.gov.officecleanup.mechanism.deadline;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Takes a deadline's timer from the engine to {@link DeadlineWatch}. */
class DeadlineJobHandler implements JobHandler<DeadlineSubject> {

  static final String TYPE = "deadline";

  private final Supplier<DeadlineWatch> watch;

  DeadlineJobHandler(Supplier<DeadlineWatch> watch) {
    this.watch = watch;
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public DeadlineSubject newConfiguration(String canonicalString) {
    return DeadlineSubject.parse(canonicalString);
  }

  @Override
  public void execute(DeadlineSubject subject, ExecutionEntity execution, CommandContext context, String tenantId) {
    watch.get().look(subject, execution.getProcessInstance(), context.getCurrentJob().getDuedate().toInstant());
  }

  /**
   * Work that is still open keeps a timer: one is set anew when the engine removes it otherwise than by running it, as it does when a
   * process instance is migrated to another version of its model.
   */
  @Override
  public void onDelete(DeadlineSubject subject, JobEntity job) {
    if (!job.equals(Context.getCommandContext().getCurrentJob())) {
      watch.get().restore(subject, job.getExecution(), job.getDuedate().toInstant());
    }
  }
}
