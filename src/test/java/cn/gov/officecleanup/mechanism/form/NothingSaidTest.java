package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.testkit.EngineTest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where an official decides, a case stops when nothing was said, in every procedure. */
@EngineTest
class NothingSaidTest {

  private static final Pattern READS = Pattern.compile("\\$\\{(\\w+Decision) ==");

  /** Of each model as it is, under another key: one whose start opens no case and waits for no message. */
  @TestFactory
  List<DynamicTest> gateways() {
    asApplication();
    return repositoryService().createProcessDefinitionQuery().latestVersion().list().stream().flatMap(definition -> {
      BpmnModelInstance model = repositoryService().getBpmnModelInstance(definition.getId());
      return model.getModelElementsByType(ExclusiveGateway.class)
          .stream()
          .filter(gateway -> gateway.getParentElement() instanceof Process process && process.getId().equals(definition.getKey()))
          .flatMap(gateway -> decisionAt(gateway).stream()
              .map(decision -> DynamicTest.dynamicTest(definition.getKey() + " " + gateway.getId(),
                  () -> stopsWhenNothingWasSaid(model, definition.getKey(), gateway.getId(), decision))));
    }).toList();
  }

  private static Optional<String> decisionAt(ExclusiveGateway gateway) {
    return gateway.getOutgoing()
        .stream()
        .filter(way -> way.getConditionExpression() != null)
        .flatMap(way -> READS.matcher(way.getConditionExpression().getTextContent()).results())
        .map(found -> found.group(1))
        .findFirst();
  }

  private static void stopsWhenNothingWasSaid(BpmnModelInstance original, String procedure, String gateway, String decision) {
    BpmnModelInstance model = original.clone();
    model.getModelElementsByType(Process.class).forEach(process -> process.setExecutable(process.getId().equals(procedure)));
    Process process = model.getModelElementById(procedure);
    process.setId("nothing-said");
    process.getChildElementsByType(StartEvent.class).forEach(start -> start.getEventDefinitions().clear());
    String deployment = repositoryService().createDeployment().addModelInstance("nothing-said.bpmn", model).deploy().getId();
    try {
      Stream.of(null, "somethingElse")
          .forEach(said -> assertThatThrownBy(() -> runtimeService().createProcessInstanceByKey("nothing-said")
              .startBeforeActivity(gateway)
              .setVariable(decision, said)
              .execute(true, true)).isInstanceOf(ProcessEngineException.class).hasMessageContaining("No outgoing sequence flow"));
      assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("nothing-said").count()).isZero();
    } finally {
      repositoryService().deleteDeployment(deployment, true);
    }
  }
}
