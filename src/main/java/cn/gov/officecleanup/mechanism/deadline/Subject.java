package cn.gov.officecleanup.mechanism.deadline;

import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;

/**
 * What a deadline is about: one task, or a whole case.
 *
 * @param id id of the task, or of the case's process instance
 */
record Subject(Kind kind, String id) implements JobHandlerConfiguration {

  enum Kind { TASK, CASE }

  static Subject task(String taskId) {
    return new Subject(Kind.TASK, taskId);
  }

  static Subject wholeCase(String processInstanceId) {
    return new Subject(Kind.CASE, processInstanceId);
  }

  static Subject parse(String canonical) {
    String[] parts = canonical.split(":", 2);
    return new Subject(Kind.valueOf(parts[0].toUpperCase()), parts[1]);
  }

  /** @return how it stands in the job and in the ledger, e.g. {@code task:4711} */
  @Override
  public String toCanonicalString() {
    return kind.name().toLowerCase() + ":" + id;
  }
}
