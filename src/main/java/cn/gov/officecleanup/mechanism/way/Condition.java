package cn.gov.officecleanup.mechanism.way;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The condition of a flow that goes by what was decided at a task, {@code ${<task>Decision == '<value>'}}. */
record Condition(String task, String value) {

  private static final Pattern DECIDED = Pattern.compile("\\$\\{(\\w+)Decision == '(\\w+)'}");

  /** @return empty where the flow has none, or another one */
  static Optional<Condition> of(SequenceFlow flow) {
    return text(flow).map(DECIDED::matcher).filter(Matcher::matches).map(matcher -> new Condition(matcher.group(1), matcher.group(2)));
  }

  /** @return the expression of the flow's condition; empty where it has none */
  static Optional<String> text(SequenceFlow flow) {
    return Optional.ofNullable(flow.getConditionExpression()).map(condition -> condition.getTextContent().strip());
  }

  /** @return the values that can be decided at a task, as the flows that go by them are in the model, each with its Chinese word */
  static Map<String, String> decisionsAt(String task, BpmnModelInstance model) {
    Map<String, String> words = new LinkedHashMap<>();
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      of(flow).filter(condition -> condition.task().equals(task))
          .ifPresent(condition -> words.putIfAbsent(condition.value(), flow.getName()));
    }
    return words;
  }
}
