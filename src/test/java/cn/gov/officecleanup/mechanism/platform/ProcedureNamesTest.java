package cn.gov.officecleanup.mechanism.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;

import cn.gov.officecleanup.testkit.EngineTest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A procedure without a name is called by its key, and hides no other. */
@EngineTest
class ProcedureNamesTest {

  @Autowired
  private ProcedureNames names;

  @Test
  void aProcedureWithoutANameIsCalledByItsKey() {
    String deployment = repositoryService().createDeployment()
        .addModelInstance("nameless.bpmn",
            Bpmn.createExecutableProcess("nameless").camundaHistoryTimeToLive(1).startEvent().endEvent().done())
        .deploy()
        .getId();
    try {
      assertThat(names.all()).containsEntry("nameless", "nameless").containsKey("retention-application");
    } finally {
      repositoryService().deleteDeployment(deployment, true);
    }
  }
}
