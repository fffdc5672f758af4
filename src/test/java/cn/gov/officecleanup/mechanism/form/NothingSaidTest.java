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
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where an official decides, a case stops when nothing was said, in every procedure. */
@EngineTest
class NothingSaidTest {

  private static final Pattern READS = Pattern.compile("\\$\\{(\\w+Decision) ==");

  @TestFactory
  List<DynamicTest> gateways() {
    asApplication();
    return repositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
        .flatMap(definition -> repositoryService().getBpmnModelInstance(definition.getId()).getModelElementsByType(ExclusiveGateway.class).stream()
            .filter(gateway -> gateway.getParentElement() instanceof Process process && process.getId().equals(definition.getKey()))
            .flatMap(gateway -> decisionAt(gateway).stream().map(decision -> DynamicTest.dynamicTest(definition.getKey() + " " + gateway.getId(),
                () -> Stream.of(null, "somethingElse").forEach(said -> stops(definition.getKey(), gateway.getId(), decision, said))))))
        .toList();
  }

  private static Optional<String> decisionAt(ExclusiveGateway gateway) {
    return gateway.getOutgoing().stream().filter(way -> way.getConditionExpression() != null)
        .flatMap(way -> READS.matcher(way.getConditionExpression().getTextContent()).results()).map(found -> found.group(1)).findFirst();
  }

  private static void stops(String procedure, String gateway, String decision, String said) {
    assertThatThrownBy(() -> runtimeService().createProcessInstanceByKey(procedure).startBeforeActivity(gateway).setVariable(decision, said).execute(true, true))
        .isInstanceOf(ProcessEngineException.class).hasMessageContaining("No outgoing sequence flow");
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey(procedure).count()).isZero();
  }
}
