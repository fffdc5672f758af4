package cn.gov.officecleanup.model;

import static cn.gov.officecleanup.model.BpmnModel.isChinese;
import static cn.gov.officecleanup.model.BpmnModel.named;

import cn.gov.officecleanup.mechanism.form.FormField;
import cn.gov.officecleanup.mechanism.form.FormSchema;
import cn.gov.officecleanup.mechanism.form.HandlingTogether;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What every BPMN model of this project keeps to. A rule gives one sentence for each violation, which names the element. */
enum ModelRule {

  /** A collaboration shows what one procedure says to others, which may be in the same file; each then has a pool of its own. */
  FILE_IS_NAMED_BY_ITS_PROCESS((model, project) -> {
    Process first = model.processes().iterator().next();
    return Stream.concat(
        model.fileName().equals(first.getId() + ".bpmn") ? Stream.empty() : Stream.of(named(first) + " has another name than the file"),
        model.processes()
            .stream()
            .filter(process -> model.processes().size() > 1
                && model.all(Participant.class).stream().noneMatch(pool -> process.equals(pool.getProcess())))
            .map(process -> named(process) + " is neither the procedure of this file nor a partner with a pool"));
  }),

  POOLS_AND_MESSAGES_ARE_DRAWN_AND_NAMED((model, project) -> Stream.concat(
      model.all(Participant.class)
          .stream()
          .filter(pool -> !isChinese(pool.getName()) || Layout.of(model).poolOf(pool).isEmpty())
          .map(pool -> named(pool) + " has no Chinese name or is not drawn"),
      model.all(MessageFlow.class)
          .stream()
          .filter(flow -> !isChinese(flow.getName()) || !Layout.of(model).draws(flow))
          .map(flow -> named(flow) + " has no Chinese name or is not drawn"))),

  ELEMENTS_ARE_IN_THEIR_POOL((model, project) -> Layout.of(model).outsideOfTheirPool()),

  PROCESS_IS_EXECUTABLE(process(process -> !process.isExecutable(), "is not executable")),

  HISTORY_IS_KEPT_IN_DAYS(process(process -> !Names.DAYS.matcher(Objects.toString(process.getCamundaHistoryTimeToLiveString())).matches(),
      "has no camunda:historyTimeToLive in days, like P10958D")),

  PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW(
      (model, project) -> model.processes().stream().flatMap(process -> new ProcedureProperties(process).faults())),

  /** The outcome stands at the step or the end after which the case is closed. */
  CASES_ARE_CLOSED_ON_EVERY_WAY((model, project) -> model.processes().stream().flatMap(process -> Outcomes.of(process).faults())),

  PROCESS_HAS_A_CHINESE_NAME(process(process -> !isChinese(process.getName()), "has no Chinese name")),

  PROCESS_SAYS_WHICH_CLAUSES_IT_CARRIES_OUT(process(
      process -> process.getDocumentations()
          .stream()
          .noneMatch(documentation -> Names.CLAUSE.matcher(documentation.getTextContent()).find()),
      "has no documentation that names a clause C1 to C21")),

  ELEMENTS_HAVE_CHINESE_NAMES((model, project) -> model.nodes()
      .filter(node -> !isChinese(node.getName()) && !(node instanceof Gateway && model.outOf(node).size() <= 1))
      .map(node -> named(node) + " has no Chinese name")),

  WAYS_OUT_OF_A_DECISION_HAVE_CHINESE_NAMES(
      (model, project) -> waysOut(model).filter(flow -> !isChinese(flow.getName())).map(flow -> named(flow) + " has no Chinese name")),

  WAYS_OUT_OF_A_DECISION_HAVE_CONDITIONS(
      (model, project) -> waysOut(model).filter(flow -> flow.getConditionExpression() == null && !isDefault(flow))
          .map(flow -> named(flow) + " has no condition and is not the default")),

  /**
   * What is decided is said: each way out names the choice that leads there, every choice of the form has its way, and nothing is taken for
   * consent by default.
   */
  NOTHING_SAID_IS_NO_DECISION((model, project) -> model.nodes().flatMap(node -> Decided.violations(node, model, project))),

  TASKS_HAVE_FORMS((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> !isForm(task.getCamundaFormKey(), project))
      .map(task -> named(task) + " has no form in forms/: " + task.getCamundaFormKey())),

  START_FORMS_EXIST((model, project) -> model.all(StartEvent.class)
      .stream()
      .filter(start -> start.getCamundaFormKey() != null && !isForm(start.getCamundaFormKey(), project))
      .map(start -> named(start) + " has no form in forms/: " + start.getCamundaFormKey())),

  /** A confided case has tasks of one person alone: a group would know of it. */
  TASKS_HAVE_CANDIDATE_GROUPS((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> isBlank(task.getCamundaCandidateGroups()) && (isBlank(task.getCamundaAssignee())
          || !ModelProperties.words((BaseElement) task.getParentElement(), "readBy").contains("confided")))
      .map(task -> named(task) + " has no candidate groups")),

  /** What only the own wish of who began it asks for is nobody's to be urged. */
  TASKS_HAVE_DUE_DATES_OR_ARE_AN_OWN_WISH((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> isBlank(task.getCamundaDueDate()) != ModelProperties.words(task, "ownWish").contains("true"))
      .map(task -> named(task) + (isBlank(task.getCamundaDueDate()) ? " has no due date" : " is an own wish with a due date"))),

  /** What is done together is decided, or filled in, and a table has room for what is filled in. */
  FILLED_IN_TOGETHER_IS_WHAT_A_ROW_HOLDS((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> !ModelProperties.words(task, HandlingTogether.PROPERTY).isEmpty())
      .filter(task -> !ModelProperties.words(task, HandlingTogether.PROPERTY).equals(List.of(HandlingTogether.DECIDED)))
      .filter(task -> isForm(task.getCamundaFormKey(), project))
      .filter(task -> !ModelProperties.words(task, HandlingTogether.PROPERTY).equals(List.of(HandlingTogether.FILLED_IN))
          || !holdsARow(FormSchema.of(project.forms().get(formOf(task.getCamundaFormKey())))))
      .map(task -> named(task) + " is done together, but no row holds its form")),

  /** What is decided together has a form in which nothing is demanded that may differ from case to case. */
  DECIDED_TOGETHER_IS_WHAT_ONE_OPINION_ANSWERS((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> ModelProperties.words(task, HandlingTogether.PROPERTY).equals(List.of(HandlingTogether.DECIDED)))
      .filter(task -> isForm(task.getCamundaFormKey(), project))
      .flatMap(task -> FormSchema.of(project.forms().get(formOf(task.getCamundaFormKey())))
          .fields()
          .stream()
          .filter(field -> !Set.of("decision", "opinion").contains(field.name()) && field.kind() != FormField.Kind.CHECKBOX)
          .filter(field -> field.required() || field.requiredWhen() != null)
          .map(field -> named(task) + " is decided together, but its form demands " + field.name()))),

  /** Who signs for a body did none of the steps before that are its officials' own: nobody signs what they drafted. */
  SIGNERS_DRAFTED_NOTHING((model, project) -> model.all(UserTask.class)
      .stream()
      .filter(task -> Objects.toString(task.getCamundaCandidateGroups()).contains(Names.LEADER))
      .flatMap(signing -> before(signing, model, new HashSet<>())
          .filter(step -> signing.getCamundaCandidateGroups().replace(Names.LEADER, "").equals(step.getCamundaCandidateGroups()))
          .filter(step -> !ModelProperties.words(signing, "notBy").contains(step.getId()))
          .map(step -> named(signing) + " may be done by who did " + step.getId()))),

  /** What leads back leads to a task of the same procedure, from where somebody or a called procedure is at work. */
  STEPS_BACK_ARE_TASKS((model, project) -> model.nodes()
      .flatMap(node -> ModelProperties.words(node, "returnsTo")
          .stream()
          .filter(step -> !(node instanceof UserTask || node instanceof CallActivity)
              || !(model.bpmn().getModelElementById(step) instanceof UserTask))
          .map(step -> named(node) + " returns to " + step + ", which cannot be"))),

  BEANS_EXIST((model, project) -> beansNamedIn(model).filter(bean -> !project.beans().contains(bean))
      .distinct()
      .map(bean -> "an expression names the bean " + bean + ", which does not exist")),

  /** What is asked of what a bean answered is a question that the bean gives a name. */
  EXPRESSIONS_CHAIN_NO_CALLS(
      (model, project) -> expressionsIn(model).filter(expression -> Names.CALL_ON_AN_ANSWER.matcher(expression).find())
          .distinct()
          .map(expression -> "the expression " + expression + " calls what a call answered")),

  CALLED_PROCESSES_EXIST((model, project) -> model.all(CallActivity.class)
      .stream()
      .filter(call -> !project.models().containsKey(Objects.toString(call.getCalledElement())))
      .map(call -> named(call) + " calls " + call.getCalledElement() + ", which is not in processes/")),

  DECISIONS_EXIST((model, project) -> model.all(BusinessRuleTask.class)
      .stream()
      .filter(task -> task.getCamundaDecisionRef() != null && !project.decisions().containsKey(task.getCamundaDecisionRef()))
      .map(task -> named(task) + " asks the decision " + task.getCamundaDecisionRef() + ", which is not in processes/")),

  MESSAGES_AND_ERRORS_ARE_NAMED((model, project) -> Stream.concat(
      model.all(Message.class).stream().filter(message -> isBlank(message.getName())).map(message -> named(message) + " has no name"),
      model.all(Error.class)
          .stream()
          .filter(error -> isBlank(error.getName()) || isBlank(error.getErrorCode()))
          .map(error -> named(error) + " has no name or no code"))),

  ERRORS_ARE_CAUGHT((model, project) -> model.all(EndEvent.class)
      .stream()
      .filter(end -> errorsOf(end.getEventDefinitions()).anyMatch(code -> !isCaught(code, end, model, project, new HashSet<>())))
      .map(end -> named(end) + " raises an error that nothing catches")),

  ELEMENTS_ARE_DRAWN((model, project) -> {
    Layout layout = Layout.of(model);
    return Stream.concat(model.nodes().filter(node -> !layout.shows(node)).map(node -> named(node) + " is not drawn"),
        model.flows().filter(flow -> layout.points(flow) < 2).map(flow -> named(flow) + " is not drawn as a line"));
  }),

  SHAPES_DO_NOT_OVERLAP((model, project) -> Stream.concat(Layout.of(model).overlaps(), Layout.of(model).outsideOfTheirScope())),

  LABELS_RUN_INTO_NOTHING((model, project) -> new Labels(model).faults()),

  DRAWINGS_FIT_A_SCREEN((model, project) -> Layout.of(model).widerThanAScreen()),

  FLOW_RUNS_FROM_LEFT_TO_RIGHT((model, project) -> Layout.of(model).runningBack()),

  FLOWS_RUN_AROUND_ELEMENTS((model, project) -> Layout.of(model).edgesThroughShapes()),

  FLOWS_DO_NOT_CROSS((model, project) -> Layout.of(model).crossings());

  private final BiFunction<BpmnModel, Project, Stream<String>> violations;

  ModelRule(BiFunction<BpmnModel, Project, Stream<String>> violations) {
    this.violations = violations;
  }

  /** @return a sentence for each violation, in which the element is named */
  Stream<String> violations(BpmnModel model, Project project) {
    return violations.apply(model, project);
  }

  /** @return name of the form that a form key leads to, null where it is no form key of this application */
  static String formOf(String formKey) {
    Matcher matcher = Names.FORM_KEY.matcher(Objects.toString(formKey));
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static boolean holdsARow(FormSchema form) {
    return form.fields().stream().noneMatch(field -> field.kind() == FormField.Kind.FILE)
        && form.lists().stream().noneMatch(list -> list.required() || list.requiredWhen() != null);
  }

  private static boolean isForm(String formKey, Project project) {
    return project.forms().containsKey(Objects.toString(formOf(formKey)));
  }

  private static BiFunction<BpmnModel, Project, Stream<String>> process(Predicate<Process> violates, String how) {
    return (model, project) -> model.processes().stream().filter(violates).map(process -> named(process) + " " + how);
  }

  private static Stream<SequenceFlow> waysOut(BpmnModel model) {
    return model.nodes()
        .filter(node -> node instanceof ExclusiveGateway || node instanceof InclusiveGateway)
        .map(model::outOf)
        .filter(ways -> ways.size() > 1)
        .flatMap(List::stream);
  }

  private static boolean isDefault(SequenceFlow flow) {
    return flow.getSource() instanceof ExclusiveGateway exclusive && flow.equals(exclusive.getDefault())
        || flow.getSource() instanceof InclusiveGateway inclusive && flow.equals(inclusive.getDefault());
  }

  /** Names in expressions that are beans: what delegate expressions consist of, and what methods are called on, the engine's own aside. */
  static Stream<String> beansNamedIn(BpmnModel model) {
    Stream<String> delegates = Names.DELEGATE.matcher(Bpmn.convertToString(model.bpmn())).results().map(match -> match.group(1));
    Stream<String> callees = expressionsIn(model)
        .flatMap(expression -> Names.CALLEE.matcher(expression).results().map(match -> match.group(1)))
        .filter(name -> !Names.OFFERED_BY_THE_ENGINE.contains(name));
    return Stream.concat(delegates, callees);
  }

  /** Expressions, their texts emptied. */
  private static Stream<String> expressionsIn(BpmnModel model) {
    return Names.EXPRESSION.matcher(Bpmn.convertToString(model.bpmn()))
        .results()
        .map(MatchResult::group)
        .map(expression -> expression.replace("&#39;", "'").replace("&apos;", "'").replace("&quot;", "\""))
        .map(expression -> Names.TEXT_LITERAL.matcher(expression).replaceAll("''"));
  }

  private static Stream<String> errorsOf(Collection<EventDefinition> definitions) {
    return definitions.stream()
        .filter(ErrorEventDefinition.class::isInstance)
        .map(definition -> ((ErrorEventDefinition) definition).getError())
        .map(error -> error == null ? "" : Objects.toString(error.getErrorCode(), ""));
  }

  /** An error rises through the scopes of its process, and from there to the call activities that call it; each of those must catch it. */
  private static boolean isCaught(String code, FlowNode raisedBy, BpmnModel model, Project project, Set<String> seen) {
    for (ModelElementInstance element = raisedBy; element != null; element = element.getParentElement()) {
      ModelElementInstance scope = element;
      boolean atBoundary = model.all(BoundaryEvent.class)
          .stream()
          .anyMatch(event -> event.getAttachedTo().equals(scope) && catches(code, event.getEventDefinitions()));
      boolean byEventSubprocess = model.all(SubProcess.class)
          .stream()
          .filter(subprocess -> subprocess.triggeredByEvent() && subprocess.getParentElement().equals(scope))
          .flatMap(subprocess -> subprocess.getChildElementsByType(StartEvent.class).stream())
          .anyMatch(start -> catches(code, start.getEventDefinitions()));
      if (atBoundary || byEventSubprocess) {
        return true;
      }
    }
    String key = model.fileName().replaceFirst("\\.bpmn$", "");
    if (!seen.add(key)) {
      return true;
    }
    boolean called = false;
    for (BpmnModel caller : project.models().values()) {
      for (CallActivity call : caller.all(CallActivity.class)) {
        if (key.equals(call.getCalledElement())) {
          called = true;
          if (!isCaught(code, call, caller, project, seen)) {
            return false;
          }
        }
      }
    }
    return called;
  }

  private static boolean catches(String code, Collection<EventDefinition> definitions) {
    return errorsOf(definitions).anyMatch(caught -> caught.isEmpty() || caught.equals(code));
  }

  /** @return the tasks after which a node of the same process may come */
  private static Stream<UserTask> before(FlowNode node, BpmnModel model, Set<FlowNode> seen) {
    Stream<FlowNode> last = Stream.concat(model.into(node).stream().map(SequenceFlow::getSource),
        node instanceof BoundaryEvent event ? Stream.of(event.getAttachedTo()) : Stream.empty());
    return last.filter(seen::add)
        .toList()
        .stream()
        .flatMap(step -> Stream.concat(
            step instanceof SubProcess part ? part.getFlowElements().stream().filter(UserTask.class::isInstance).map(UserTask.class::cast)
                : step instanceof UserTask task ? Stream.of(task) : Stream.empty(),
            before(step, model, seen)));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static final class Names {

    private static final Pattern DAYS = Pattern.compile("P\\d+D");
    private static final String LEADER = "Leader";
    private static final Pattern CLAUSE = Pattern.compile("(?<![A-Za-z0-9])C([1-9]|1\\d|2[01])(?!\\d)");
    private static final Pattern FORM_KEY = Pattern.compile("embedded:deployment:forms/([a-z0-9-]+)\\.html");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"[$#]\\{(\\w+)}\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern TEXT_LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern CALLEE = Pattern.compile("(?<![\\w.])([a-zA-Z_]\\w*)\\.\\w");
    private static final Pattern CALL_ON_AN_ANSWER = Pattern.compile("\\)\\s*[.\\[]");
    private static final Set<String> OFFERED_BY_THE_ENGINE = Set.of("execution", "task");
  }
}
