package cn.gov.officecleanup.model;

import cn.gov.officecleanup.mechanism.form.FormParsing;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** What the decisions and forms of this project keep to. A rule gives one sentence for each violation, which names the file. */
enum ProjectRule {

  DECISION_FILES_ARE_NAMED_BY_THEIR_DECISION(project -> project.decisions()
      .keySet()
      .stream()
      .filter(name -> decisions(project, name).noneMatch(decision -> name.equals(decision.getId())))
      .map(name -> name + ".dmn has no decision of that name")),

  DECISIONS_HAVE_CHINESE_NAMES(project -> project.decisions()
      .keySet()
      .stream()
      .flatMap(name -> decisions(project, name).filter(decision -> !BpmnModel.isChinese(decision.getName()))
          .map(decision -> name + ".dmn: decision " + decision.getId() + " has no Chinese name"))),

  DECISIONS_KEEP_HISTORY_IN_DAYS(project -> project.decisions()
      .keySet()
      .stream()
      .flatMap(name -> decisions(project, name)
          .filter(decision -> !Objects.toString(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D"))
          .map(decision -> name + ".dmn: decision " + decision.getId() + " has no camunda:historyTimeToLive in days, like P10958D"))),

  FORMS_CAN_BE_READ(project -> project.forms()
      .entrySet()
      .stream()
      .flatMap(form -> problemOf(form.getValue()).map(problem -> form.getKey() + ".html: " + problem).stream())),

  FORMS_DEMAND_BY_KNOWN_ATTRIBUTES(project -> project.forms()
      .entrySet()
      .stream()
      .flatMap(form -> FormAttributes.faults(form.getValue()).map(fault -> form.getKey() + ".html: " + fault))),

  DECISIONS_ARE_DEMANDED(project -> project.forms()
      .entrySet()
      .stream()
      .filter(form -> problemOf(form.getValue()).isEmpty() && FormParsing.letsDecisionOut(form.getValue()))
      .map(form -> form.getKey() + ".html: the decision is not required")),

  FORMS_ARE_USED(project -> {
    Set<String> used = project.models()
        .values()
        .stream()
        .flatMap(ProjectRule::formKeys)
        .map(ModelRule::formOf)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
    return project.forms().keySet().stream().filter(form -> !used.contains(form)).map(form -> form + ".html is used by no model");
  });

  private final Function<Project, Stream<String>> violations;

  ProjectRule(Function<Project, Stream<String>> violations) {
    this.violations = violations;
  }

  /** @return a sentence for each violation, in which the file is named */
  Stream<String> violations(Project project) {
    return violations.apply(project);
  }

  private static Stream<Decision> decisions(Project project, String name) {
    return project.decisions().get(name).getModelElementsByType(Decision.class).stream();
  }

  private static Stream<String> formKeys(BpmnModel model) {
    return Stream.concat(model.all(UserTask.class).stream().map(UserTask::getCamundaFormKey),
        model.all(StartEvent.class).stream().map(StartEvent::getCamundaFormKey));
  }

  private static Optional<String> problemOf(String html) {
    try {
      FormParsing.parse(html);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e.getMessage());
    }
  }
}
