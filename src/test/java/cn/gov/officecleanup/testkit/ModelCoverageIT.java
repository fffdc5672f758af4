package cn.gov.officecleanup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every element of every model is passed through by some {@link EngineTest}. Runs after those, since it reads what they recorded; a run of
 * only some of them leaves it failing.
 */
class ModelCoverageIT {

  private final ModelCoverage coverage = ModelCoverage.in(ModelCoverage.REPORTS);

  @ParameterizedTest
  @MethodSource("models")
  void everyEventActivityAndGatewayIsReachedByATest(Path model) {
    assertThat(coverage.missedNodes(Bpmn.readModelFromFile(model.toFile()))).as("elements of %s that no engine test reaches", model)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everySequenceFlowIsTakenByATest(Path model) {
    assertThat(coverage.missedFlows(Bpmn.readModelFromFile(model.toFile()))).as("sequence flows of %s that no engine test takes", model)
        .isEmpty();
  }

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
    }
  }
}
