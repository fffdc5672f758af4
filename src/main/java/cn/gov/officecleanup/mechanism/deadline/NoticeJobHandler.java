package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Takes a mail that is to be sent from the engine to {@link Notices}. */
class NoticeJobHandler implements JobHandler<NoticeJobHandler.Notice> {

  static final String TYPE = "deadline-notice";

  private final Supplier<Notices> notices;

  NoticeJobHandler(Supplier<Notices> notices) {
    this.notices = notices;
  }

  /**
   * A mail to send.
   *
   * @param group to whose members
   * @param day on which; what was noted since the day before is in it
   * @param attempt 1 for the first
   */
  record Notice(String group, LocalDate day, int attempt) implements JobHandlerConfiguration {

    Notice next() {
      return new Notice(group, day, attempt + 1);
    }

    @Override
    public String toCanonicalString() {
      return group + "/" + day + "/" + attempt;
    }
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public Notice newConfiguration(String canonicalString) {
    String[] parts = canonicalString.split("/");
    return new Notice(parts[0], LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
  }

  @Override
  public void execute(Notice notice, ExecutionEntity execution, CommandContext context, String tenantId) {
    notices.get().send(notice);
  }

  @Override
  public void onDelete(Notice notice, JobEntity job) {
    // nothing is kept beside the job
  }
}
