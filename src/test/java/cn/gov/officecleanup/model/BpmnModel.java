package cn.gov.officecleanup.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A BPMN file as the rules look at it. */
record BpmnModel(String fileName, BpmnModelInstance bpmn) {

  Collection<Process> processes() {
    return all(Process.class);
  }

  Stream<FlowNode> nodes() {
    return all(FlowNode.class).stream();
  }

  Stream<SequenceFlow> flows() {
    return all(SequenceFlow.class).stream();
  }

  /** @return the flows out of a node, whether or not the node itself lists them */
  List<SequenceFlow> outOf(FlowNode node) {
    return flows().filter(flow -> node.equals(flow.getSource())).toList();
  }

  /** @return the flows into a node, whether or not the node itself lists them */
  List<SequenceFlow> into(FlowNode node) {
    return flows().filter(flow -> node.equals(flow.getTarget())).toList();
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  /** @return what a violation is to name: the element's kind, id and name */
  static String named(BaseElement element) {
    String name = element.getAttributeValue("name");
    return element.getElementType().getTypeName() + " " + element.getId()
        + Optional.ofNullable(name).map(text -> " “" + text + "”").orElse("");
  }

  static boolean isChinese(String text) {
    return text != null && text.codePoints().anyMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
  }
}
