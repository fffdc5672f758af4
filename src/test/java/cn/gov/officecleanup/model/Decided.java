package cn.gov.officecleanup.model;

import static cn.gov.officecleanup.model.BpmnModel.named;

import cn.gov.officecleanup.mechanism.form.FormParsing;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Where the ways part by what an official decided at a task, which the application keeps as the variable {@code <task>Decision}. */
final class Decided {

  private static final Pattern READS_A_DECISION = Pattern.compile("\\b\\w+Decision\\b");
  private static final Pattern IS_SAID = Pattern.compile("\\$\\{(\\w+)Decision == '(\\w+)'}");

  private Decided() {
  }

  /** @return a sentence for each way out of a node that is taken although nobody said so, and for each choice without a way */
  static Stream<String> violations(FlowNode node, BpmnModel model, Project project) {
    List<SequenceFlow> ways = model.outOf(node);
    if (ways.stream().noneMatch(way -> READS_A_DECISION.matcher(condition(way)).find())) {
      return Stream.empty();
    }
    Stream.Builder<String> violations = Stream.builder();
    if (node.getAttributeValue("default") != null) {
      violations.add(named(node) + " has a default, which is taken when nothing was said");
    }
    Set<String> tasks = new HashSet<>();
    Set<String> said = new HashSet<>();
    for (SequenceFlow way : ways) {
      Matcher condition = IS_SAID.matcher(condition(way));
      if (condition.matches()) {
        tasks.add(condition.group(1));
        said.add(condition.group(2));
      } else {
        violations.add(named(way) + " is not taken by what was decided alone");
      }
    }
    if (tasks.size() > 1) {
      violations.add(named(node) + " asks what was decided at several tasks");
    }
    tasks.forEach(task -> {
      Set<String> offered = choicesOf(task, model, project);
      if (!offered.equals(said)) {
        violations.add("%s has ways for %s, but the form of %s demands a choice of %s".formatted(named(node), said, task, offered));
      }
    });
    return violations.build();
  }

  private static String condition(SequenceFlow way) {
    return way.getConditionExpression() == null ? "" : way.getConditionExpression().getTextContent().strip();
  }

  /** The task is one of this model, or of one that this model calls, itself or by those it calls, and that gives its decision back. */
  private static Set<String> choicesOf(String task, BpmnModel model, Project project) {
    return withCalled(model, project, new LinkedHashSet<>()).stream()
        .flatMap(where -> formOf(task, where, project).stream())
        .findFirst()
        .map(FormParsing::demandedDecisions)
        .orElse(Set.of());
  }

  /** @return the model and then what it calls, in the order in which they are met */
  private static Set<BpmnModel> withCalled(BpmnModel model, Project project, Set<BpmnModel> met) {
    if (met.add(model)) {
      model.all(CallActivity.class)
          .stream()
          .map(call -> project.models().get(Objects.toString(call.getCalledElement())))
          .filter(Objects::nonNull)
          .forEach(called -> withCalled(called, project, met));
    }
    return met;
  }

  private static Optional<String> formOf(String task, BpmnModel model, Project project) {
    return model.bpmn().getModelElementById(task) instanceof UserTask found
        ? Optional.ofNullable(project.forms().get(Objects.toString(ModelRule.formOf(found.getCamundaFormKey()))))
        : Optional.empty();
  }
}
