package cn.gov.officecleanup.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.Coverage;
import org.camunda.community.process_test_coverage.core.model.Event;

/** What all engine tests together passed through, added up from the report of each test class. */
record ModelCoverage(List<Coverage> reports) {

  /** Where the reports are, one folder a test class. */
  static final Path REPORTS = Path.of("target/process-test-coverage");

  /** @return the sum of the reports below a folder; nothing covered where there are none */
  static ModelCoverage in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new ModelCoverage(List.of());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return new ModelCoverage(files.filter(file -> file.endsWith("report.json")).map(ModelCoverage::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** @return ids of the model's events, activities and gateways that no test reached, in alphabetical order */
  List<String> missedNodes(BpmnModelInstance model) {
    return missed(model, FlowNode.class);
  }

  /** @return ids of the model's sequence flows that no test took, in alphabetical order */
  List<String> missedFlows(BpmnModelInstance model) {
    return missed(model, SequenceFlow.class);
  }

  private List<String> missed(BpmnModelInstance model, Class<? extends FlowElement> type) {
    Set<String> passed = model.getModelElementsByType(Process.class)
        .stream()
        .flatMap(process -> reports.stream().flatMap(report -> report.getEvents(process.getId()).stream()))
        .map(Event::getDefinitionKey)
        .collect(Collectors.toSet());
    return model.getModelElementsByType(type).stream().map(FlowElement::getId).filter(id -> !passed.contains(id)).sorted().toList();
  }

  private static Coverage read(Path report) {
    try {
      return CoverageStateJsonExporter.readCoverageStateResult(Files.readString(report));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + report, e);
    }
  }
}
