package cn.gov.henan.officecleanup.form;

import cn.gov.henan.officecleanup.identity.Official;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Has a say, whatever the form, in whether an official may complete a task now. */
public interface CompletionGuard {

  /** @throws cn.gov.henan.officecleanup.finding.RefusedException when not; the task stays open */
  void check(TaskEntity task, Official official);
}
