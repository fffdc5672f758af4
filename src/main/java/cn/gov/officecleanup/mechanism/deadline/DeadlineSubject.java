package cn.gov.officecleanup.mechanism.deadline;

import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;

/**
 * What a deadline is about: one task, or a whole case.
 *
 * @param id id of the task, or of the case's process instance
 */
record DeadlineSubject(Kind kind, String id) implements JobHandlerConfiguration {

  enum Kind {
    TASK,
    CASE
  }

  static DeadlineSubject task(String taskId) {
    return new DeadlineSubject(Kind.TASK, taskId);
  }

  static DeadlineSubject wholeCase(String processInstanceId) {
    return new DeadlineSubject(Kind.CASE, processInstanceId);
  }

  static DeadlineSubject parse(String canonical) {
    String[] parts = canonical.split(":", 2);
    return new DeadlineSubject(Kind.valueOf(parts[0].toUpperCase()), parts[1]);
  }

  /** @return how it stands in the job and in the ledger, e.g. {@code task:4711} */
  @Override
  public String toCanonicalString() {
    return kind.name().toLowerCase() + ":" + id;
  }
}
