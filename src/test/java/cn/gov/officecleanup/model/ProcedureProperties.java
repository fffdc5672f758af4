package cn.gov.officecleanup.model;

import static cn.gov.officecleanup.model.BpmnModel.named;

import cn.gov.officecleanup.mechanism.procedures.Procedure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What a process tells the mechanisms about its procedure, held against the rest of its model. */
record ProcedureProperties(Process process) {

  /** what deadlines read */
  private static final Set<String> OF_DEADLINES = Set.of("term", "lastDay", "alsoUrgedBy");

  Stream<String> faults() {
    return Stream.concat(given().stream()
        .map(CamundaProperty::getCamundaName)
        .filter(name -> !Procedure.PROPERTIES.contains(name) && !OF_DEADLINES.contains(name))
        .map(name -> named(process) + " has the unknown property " + name), faultsOfProcedure());
  }

  private Stream<String> faultsOfProcedure() {
    Map<String, String> properties = new HashMap<>();
    for (CamundaProperty property : given()) {
      if (properties.put(property.getCamundaName(), property.getCamundaValue()) != null) {
        return Stream.of(named(process) + " has the property twice: " + property.getCamundaName());
      }
    }
    Procedure procedure;
    try {
      procedure = Procedure.of(process.getId(), properties);
    } catch (IllegalArgumentException e) {
      return Stream.of(e.getMessage());
    }
    boolean startForm = elements(StartEvent.class).anyMatch(start -> start.getCamundaFormKey() != null);
    Set<String> forms = elements(UserTask.class).map(task -> ModelRule.formOf(task.getCamundaFormKey()))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
    return Stream.of(
        startForm != procedure.startedBy().isEmpty() ? Stream.<String>empty()
            : Stream.of(named(process) + " has a start form and is started by somebody, or neither (startedBy)"),
        process.isCamundaStartableInTasklist() != procedure.startedBy().isEmpty() ? Stream.<String>empty()
            : Stream.of(named(process) + " is offered in Tasklist (isStartableInTasklist) if somebody starts it, and only then"),
        procedure.personalForms()
            .stream()
            .filter(form -> !forms.contains(form))
            .map(form -> named(process) + " has no task with the form " + form))
        .flatMap(Function.identity());
  }

  private List<CamundaProperty> given() {
    return process.getExtensionElements() == null ? List.of()
        : process.getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaProperties.class)
            .list()
            .stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .toList();
  }

  private <T extends FlowElement> Stream<T> elements(Class<T> type) {
    return process.getModelInstance().getModelElementsByType(type).stream().filter(this::isIn);
  }

  private boolean isIn(FlowElement element) {
    var scope = element.getParentElement();
    while (scope != null && !(scope instanceof Process)) {
      scope = scope.getParentElement();
    }
    return process.equals(scope);
  }
}
