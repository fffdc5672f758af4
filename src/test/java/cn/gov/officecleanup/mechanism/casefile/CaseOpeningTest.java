package cn.gov.officecleanup.mechanism.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is opened as the procedure's model says, whichever version of it starts. */
@EngineTest
class CaseOpeningTest {

  private static final String LUOYANG = "410300";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;

  /** A case under way calls what it calls in the version of its own deployment, which knew nothing of these properties. */
  @Test
  void anotherVersionThatDoesNotSayHowOpensItsCaseAsTodaysModelSays() {
    Office office = SampleOffice.enter(register, LUOYANG);
    withVersion("office-integration", () -> {
      Map<String, Object> submitted = Map.of("officeId", Long.toString(office.id()));
      ProcessInstance instance = runtimeService().startProcessInstanceByKey("office-integration", submitted);
      CaseFile file = cases.find(instance.getBusinessKey()).orElseThrow();
      assertThat(file.caseNumber()).startsWith("ZH-");
      assertThat(file).extracting(CaseFile::procedureKey, CaseFile::title, CaseFile::governmentCode, CaseFile::officeId)
          .containsExactly("office-integration", office.name() + "整合", LUOYANG, office.id());
      assertThat(cases.reserving(CaseFiles.office(office.id()))).contains(file);
      assertThat(runtimeService().getVariables(instance.getId())).containsEntry("officeId", office.id())
          .containsEntry("officeName", office.name())
          .containsEntry("governmentCode", LUOYANG);
      assertThat(runtimeService().getVariable(instance.getId(), "seen")).as("what the model's own listeners see")
          .isEqualTo(file.caseNumber());
    });
  }

  @Test
  void anUnknownOfficeHasNoCase() {
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-integration", Map.of("officeId", -1L)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("登记册中没有该办事机构");
  }

  @Test
  void whatOpensNoCasesStartsWithoutOne() {
    withVersion("sample-of-opening",
        () -> assertThat(runtimeService().startProcessInstanceByKey("sample-of-opening", Map.of("officeId", -1L)).getBusinessKey())
            .isNull());
  }

  private static void withVersion(String key, Runnable test) {
    var model = Bpmn.createExecutableProcess(key)
        .camundaHistoryTimeToLive(1)
        .startEvent()
        .camundaExecutionListenerExpression("end", "${execution.setVariable('seen', execution.processBusinessKey)}")
        .receiveTask()
        .message("go-on-" + key)
        .endEvent()
        .done();
    String deployment = repositoryService().createDeployment().addModelInstance(key + ".bpmn", model).deploy().getId();
    try {
      test.run();
    } finally {
      repositoryService().deleteDeployment(deployment, true);
    }
  }
}
