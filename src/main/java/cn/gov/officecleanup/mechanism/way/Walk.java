package cn.gov.officecleanup.mechanism.way;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One look along the models, from an element to the next steps or to the end. */
final class Walk {

  /** Finds the procedure that a call activity will call. */
  interface Calling {

    /** @param given what is given to it, by the expression for it */
    Place called(Place caller, String procedureKey, String call, Map<String, Object> given);
  }

  private final Calling calling;
  private final Sight sight;
  private final Place from;
  private final FlowNode begin;
  private final LocalDate today;

  private final List<Ahead> steps = new ArrayList<>();
  private final Set<String> walked = new HashSet<>();
  private final Set<String> passed = new HashSet<>();
  private final Map<String, Integer> arrived = new HashMap<>();
  private final Map<String, LocalDate> latest = new HashMap<>();
  private final Set<Place> parted = new HashSet<>();
  private boolean onlyNext;

  Walk(Calling calling, Sight sight, Place from, FlowNode begin, LocalDate today) {
    this.calling = calling;
    this.sight = sight;
    this.from = from;
    this.begin = begin;
    this.today = today;
  }

  /** @return the event at which a procedure begins */
  static FlowNode start(Place place) {
    return startOf(place.model().getModelElementsByType(Process.class).iterator().next().getFlowElements());
  }

  /** @return the steps that come next; to be asked once */
  List<Ahead> next() {
    onlyNext = true;
    return look();
  }

  /** @return all steps that follow; to be asked once */
  List<Ahead> toTheEnd() {
    return look();
  }

  private List<Ahead> look() {
    if (isLastOfItsKind(begin, from)) {
      goOn(begin, from, today);
    }
    return List.copyOf(steps);
  }

  private void goOn(FlowNode node, Place place, LocalDate day) {
    node.getOutgoing().forEach(flow -> come(flow.getTarget(), place, day));
  }

  private void come(FlowNode node, Place place, LocalDate day) {
    if (node instanceof ParallelGateway join && node.getIncoming().size() > 1) {
      arrive(join, place, day);
    } else if (walked.add(key(node, place))) {
      visit(node, place, day);
    }
  }

  private void visit(FlowNode node, Place place, LocalDate day) {
    if (node instanceof UserTask task) {
      LocalDate lastDay = sight.lastDay(task, place, day);
      steps.add(new Ahead(place.procedure(), task.getId(), task.getName(), sight.groups(task, place), lastDay, false));
      passed.add(task.getId());
      goOnUnlessNextIsAsked(task, place, later(day, lastDay));
    } else if (node instanceof IntermediateCatchEvent event) {
      steps.add(new Ahead(place.procedure(), event.getId(), event.getName(), List.of(), null, true));
      goOnUnlessNextIsAsked(event, place, day);
    } else if (node instanceof EventBasedGateway events) {
      Stream<FlowNode> targets = events.getOutgoing().stream().map(SequenceFlow::getTarget);
      (onlyNext ? targets : targets.limit(1)).forEach(event -> come(event, place, day));
    } else if (node instanceof ExclusiveGateway gateway) {
      come(gateway.getOutgoing().size() == 1 ? gateway.getOutgoing().iterator().next().getTarget()
          : sight.choose(gateway, place, passed).getTarget(), place, day);
    } else if (node instanceof CallActivity call) {
      if (isForNobody(call, place)) {
        goOn(call, place, day);
      } else {
        Place called = calling.called(place, call.getCalledElement(), call.getId(), given(call, place));
        come(start(called), called, day);
      }
    } else if (node instanceof SubProcess part) {
      come(startOf(part.getFlowElements()), place, day);
    } else if (node instanceof EndEvent end) {
      end(end, place, day);
    } else {
      if (node instanceof ParallelGateway) {
        parted.add(place);
      }
      tell(node, place, day);
      goOn(node, place, day);
    }
  }

  /** A message that begins another procedure of the model, or that one waits for, leads on there as well. */
  private void tell(FlowNode sender, Place place, LocalDate day) {
    for (MessageFlow message : place.model().getModelElementsByType(MessageFlow.class)) {
      if (sender.equals(message.getSource()) && message.getTarget() instanceof FlowNode receiver) {
        goOn(receiver, place, day);
      }
    }
  }

  private void goOnUnlessNextIsAsked(FlowNode node, Place place, LocalDate day) {
    if (!onlyNext) {
      goOn(node, place, day);
    }
  }

  /** A join waits for all ways that part on this walk; where they have parted before, for what others have still to do. */
  private void arrive(ParallelGateway join, Place place, LocalDate day) {
    String key = key(join, place);
    latest.merge(key, day, Walk::later);
    int ways = arrived.merge(key, 1, Integer::sum);
    boolean all = place.runs() && !parted.contains(place) ? place.others().isEmpty() : ways == join.getIncoming().size();
    if (all && walked.add(key)) {
      goOn(join, place, latest.get(key));
    }
  }

  private void end(EndEvent end, Place place, LocalDate day) {
    Optional<String> error = end.getEventDefinitions()
        .stream()
        .filter(ErrorEventDefinition.class::isInstance)
        .map(definition -> ((ErrorEventDefinition) definition).getError().getErrorCode())
        .findFirst();
    tell(end, place, day);
    leave(end, place, error.orElse(null), day);
  }

  /** Leaves what an element lies in, with an error or without: a part of the procedure, or the procedure for the one that called it. */
  private void leave(FlowNode inner, Place place, String error, LocalDate day) {
    ModelElementInstance around = inner.getParentElement();
    if (around instanceof SubProcess part) {
      leaveFor(part, place, error, day);
    } else if (place.caller() != null) {
      FlowNode call = place.caller().model().getModelElementById(place.call());
      boolean endOfCase = !onlyNext && place.runs() && place.ownCase();
      if (call != null && !endOfCase && (error != null || !place.runs() || isLastOfItsKind(call, place.caller()))) {
        leaveFor(call, place.caller(), error, day);
      }
    }
  }

  private void leaveFor(FlowNode left, Place place, String error, LocalDate day) {
    if (error == null) {
      goOn(left, place, day);
      return;
    }
    caughtBy(left, place, error).ifPresentOrElse(event -> come(event, place, day), () -> leave(left, place, error, day));
  }

  private static Optional<FlowNode> caughtBy(FlowNode left, Place place, String error) {
    return place.model()
        .getModelElementsByType(BoundaryEvent.class)
        .stream()
        .filter(event -> event.getAttachedTo().equals(left) && catches(event, error))
        .map(FlowNode.class::cast)
        .findFirst();
  }

  private static boolean catches(CatchEvent event, String error) {
    return event.getEventDefinitions()
        .stream()
        .anyMatch(definition -> definition instanceof ErrorEventDefinition caught
            && (caught.getError() == null || Objects.equals(caught.getError().getErrorCode(), error)));
  }

  /** of a step that several do, the others have to do it first */
  private static boolean isLastOfItsKind(FlowNode node, Place place) {
    return !place.runs() || node.getChildElementsByType(MultiInstanceLoopCharacteristics.class).isEmpty()
        || !place.others().contains(node.getId());
  }

  private Map<String, Object> given(CallActivity call, Place place) {
    Map<String, Object> given = new HashMap<>();
    if (call.getExtensionElements() != null) {
      call.getExtensionElements()
          .getElementsQuery()
          .filterByType(CamundaIn.class)
          .list()
          .stream()
          .filter(in -> in.getCamundaTarget() != null && in.getCamundaSourceExpression() != null)
          .forEach(in -> sight.value(in.getCamundaSourceExpression(), place)
              .ifPresent(value -> given.put("${%s}".formatted(in.getCamundaTarget()), value)));
    }
    return given;
  }

  private boolean isForNobody(CallActivity call, Place place) {
    return call.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
        .stream()
        .map(MultiInstanceLoopCharacteristics::getCamundaCollection)
        .filter(Objects::nonNull)
        .anyMatch(collection -> sight.value(collection, place)
            .filter(Collection.class::isInstance)
            .map(Collection.class::cast)
            .map(Collection::isEmpty)
            .orElse(false));
  }

  private static FlowNode startOf(Collection<FlowElement> elements) {
    return elements.stream()
        .filter(StartEvent.class::isInstance)
        .map(StartEvent.class::cast)
        .min(Comparator.comparing(event -> event.getEventDefinitions().size()))
        .orElseThrow(() -> new IllegalStateException("a procedure without a beginning"));
  }

  private static String key(FlowNode node, Place place) {
    return place.procedure() + "/" + node.getId();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
