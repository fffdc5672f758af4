package cn.gov.officecleanup.mechanism.way;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What can be told of the way from where one stands.
 *
 * @param task id of the task that is looked from; null where it is looked from before the beginning
 * @param decision value that is decided there; null where none is
 * @param known values of variables, where nothing runs that has them
 */
record Sight(ExpressionManager expressions, Terms terms, String task, String decision, Map<String, String> known) {

  /** what checks find is found on the way, whatever they found last time */
  private static final Pattern FOUND_ON_THE_WAY = Pattern.compile("\\bcaseFindings\\.");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

  /** @return the flow by which the way goes on from a gateway; {@code passed} are ids of the tasks that lie before it */
  SequenceFlow choose(ExclusiveGateway gateway, Place place, Set<String> passed) {
    // nobody does a step to have the same before them again, unless that is decided
    List<SequenceFlow> flows = gateway.getOutgoing()
        .stream()
        .filter(flow -> flow == gateway.getDefault() || Condition.of(flow).isPresent() || !flow.getTarget().getId().equals(task))
        .toList();
    for (SequenceFlow flow : flows) {
      if (flow != gateway.getDefault() && holds(flow, place, passed).orElse(false)) {
        return flow;
      }
    }
    return gateway.getDefault() != null ? gateway.getDefault()
        : flows.stream().filter(flow -> holds(flow, place, passed).isEmpty()).findFirst().orElse(flows.get(0));
  }

  /** @return empty where that cannot be told yet */
  private Optional<Boolean> holds(SequenceFlow flow, Place place, Set<String> passed) {
    Optional<Condition> condition = Condition.of(flow);
    if (condition.isPresent()) {
      String asked = condition.get().task();
      if (asked.equals(task) && !passed.contains(asked)) {
        return Optional.ofNullable(decision).map(condition.get().value()::equals);
      }
      if (asked.equals(task) || passed.contains(asked)) {
        return Optional.empty();
      }
    }
    return Condition.text(flow)
        .filter(text -> !FOUND_ON_THE_WAY.matcher(text).find() && !place.elsewhere())
        .flatMap(text -> value(text, place))
        .filter(Boolean.class::isInstance)
        .map(Boolean.class::cast);
  }

  /** @return the value of an expression of a model; empty where it cannot be told, or is null */
  Optional<Object> value(String expression, Place place) {
    Object given = place.given().get(expression);
    if (given != null) {
      return Optional.of(given);
    }
    String text = expression;
    for (Map.Entry<String, String> variable : known.entrySet()) {
      text = text.replace("${%s}".formatted(variable.getKey()), variable.getValue());
    }
    if (!EXPRESSION.matcher(text).find()) {
      return Optional.of(text);
    }
    VariableScope scope = place.scope() == null ? StartProcessVariableScope.getSharedInstance() : place.scope();
    try {
      return Optional.ofNullable(expressions.createExpression(text).getValue(scope));
    } catch (ProcessEngineException | IllegalArgumentException notYet) {
      return Optional.empty();
    }
  }

  /** @return ids of the groups that will have the task to do; none where that cannot be told yet */
  List<String> groups(UserTask step, Place place) {
    return Optional.ofNullable(step.getCamundaCandidateGroups())
        .flatMap(groups -> value(ofEach(step).filter(each -> groups.equals("${%s}".formatted(each.getCamundaElementVariable())))
            .map(MultiInstanceLoopCharacteristics::getCamundaCollection)
            .orElse(groups), place))
        .map(groups -> groups instanceof Collection<?> several ? several.stream().map(Object::toString)
            : Arrays.stream(groups.toString().split("\\s*,\\s*")))
        .map(groups -> groups.sorted().toList())
        .orElse(List.of());
  }

  private static Optional<MultiInstanceLoopCharacteristics> ofEach(UserTask step) {
    return step.getChildElementsByType(MultiInstanceLoopCharacteristics.class).stream().findFirst();
  }

  /** @return the last day for the task if its term begins on {@code from}; null where it has none or that cannot be told */
  LocalDate lastDay(UserTask step, Place place, LocalDate from) {
    String due = step.getCamundaDueDate();
    return due == null ? null
        : Terms.named(due)
            .map(term -> terms.lastDay(term, from))
            .or(() -> value(due, place).filter(Date.class::isInstance).map(Date.class::cast).map(Terms::lastDayOf))
            .orElse(null);
  }
}
