package cn.gov.officecleanup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCoverageTest {

  @TempDir
  private Path reports;

  private final BpmnModelInstance model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/testkit/kit-sample.bpmn"));

  @Test
  void addsUpWhatTheTestClassesPassedThrough() throws IOException {
    report("FirstTest", "FLOW_NODE", "begin", "kit-sample");
    report("SecondTest", "FLOW_NODE", "wait", "kit-sample");
    report("ThirdTest", "SEQUENCE_FLOW", "begin-to-wait", "kit-sample");

    assertThat(ModelCoverage.in(reports).missedNodes(model)).containsExactly("done", "handle");
    assertThat(ModelCoverage.in(reports).missedFlows(model)).containsExactly("handle-to-done", "wait-to-handle");
  }

  @Test
  void anElementOfAnotherModelDoesNotCount() throws IOException {
    report("FirstTest", "FLOW_NODE", "begin", "another-model");

    assertThat(ModelCoverage.in(reports).missedNodes(model)).contains("begin");
  }

  @Test
  void withoutReportsNothingIsCovered() {
    assertThat(ModelCoverage.in(reports.resolve("none")).missedNodes(model)).isEqualTo(List.of("begin", "done", "handle", "wait"));
  }

  private void report(String testClass, String source, String element, String modelKey) throws IOException {
    Files.writeString(Files.createDirectory(reports.resolve(testClass)).resolve("report.json"), """
      {"suites": [{"id": "%s", "name": "%s", "runs": [{"id": "test", "name": "test", "events": [
        {"source": "%s", "type": "START", "definitionKey": "%s", "elementType": "any", "modelKey": "%s", "timestamp": 1}]}]}],
       "models": [{"key": "%s", "totalElementCount": 7, "version": null, "xml": ""}]}
      """.formatted(testClass, testClass, source, element, modelKey, modelKey));
  }
}
