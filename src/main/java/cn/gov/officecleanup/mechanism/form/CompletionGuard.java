package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.identity.Official;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Has a say, whatever the form, in whether an official may complete a task now. */
public interface CompletionGuard {

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when not; the task stays open */
  void check(TaskEntity task, Official official);
}
