package cn.gov.officecleanup.model;

import static cn.gov.officecleanup.model.BpmnModel.named;

import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** How the cases that a process opens are closed: on every way to an end a step or the end itself says with which outcome. */
record Outcomes(Process process) {

  private static final String OUTCOME = "outcome";

  static Outcomes of(Process process) {
    return new Outcomes(process);
  }

  Stream<String> faults() {
    boolean opensCases = !ModelProperties.words(process, "casePrefix").isEmpty();
    Stream<String> misplaced = nodes(FlowNode.class).stream()
        .filter(this::closes)
        .filter(node -> !opensCases || !(node instanceof ServiceTask || node instanceof EndEvent))
        .map(node -> named(node) + " cannot close a case");
    return opensCases ? Stream.concat(misplaced,
        reachedWithTheCaseOpen().stream()
            .filter(EndEvent.class::isInstance)
            .map(end -> named(end) + " is reached while nothing has said with which outcome the case is closed"))
        : misplaced;
  }

  private Set<FlowNode> reachedWithTheCaseOpen() {
    Set<FlowNode> reached = new HashSet<>();
    Deque<FlowNode> open = new ArrayDeque<>(nodes(StartEvent.class));
    while (!open.isEmpty()) {
      FlowNode node = open.pop();
      if (!closes(node) && reached.add(node)) {
        open.addAll(after(node));
      }
    }
    return reached;
  }

  private List<FlowNode> after(FlowNode node) {
    return Stream
        .concat(nodes(SequenceFlow.class).stream().filter(flow -> node.equals(flow.getSource())).map(SequenceFlow::getTarget),
            nodes(BoundaryEvent.class).stream().filter(event -> node.equals(event.getAttachedTo())).map(FlowNode.class::cast))
        .toList();
  }

  private boolean closes(FlowNode node) {
    return !ModelProperties.words(node, OUTCOME).isEmpty();
  }

  /** Of the process itself: what is inside of a part of it goes on behind that part. */
  private <T extends FlowElement> Collection<T> nodes(Class<T> type) {
    return process.getChildElementsByType(type);
  }
}
