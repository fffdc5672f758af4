package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Nobody approves what they proposed: a task whose model carries the property {@code notBy} with the ids of other tasks is refused to
 * whoever did one of those in the same case, even when that person is in both groups.
 */
@Component
class SeparationOfDuties implements CompletionGuard {

  private static final String PROPERTY = "notBy";

  private final Opinions opinions;

  SeparationOfDuties(Opinions opinions) {
    this.opinions = opinions;
  }

  /** @throws RefusedException when this official did a task in this case that the task at hand must be kept apart from */
  @Override
  public void check(TaskEntity task, Official official) {
    List<String> steps = ModelProperties.words(task.getBpmnModelElementInstance(), PROPERTY);
    String caseNumber = task.getProcessInstance().getProcessBusinessKey();
    if (!steps.isEmpty() && opinions.gaveAny(caseNumber, official.userId(), steps)) {
      throw new RefusedException("SIGNER_IS_PROPOSER", "您在本案中已承办前面的环节，不得再签批自己提出或审核的事项，请由本组其他人员办理。", "C3");
    }
  }
}
