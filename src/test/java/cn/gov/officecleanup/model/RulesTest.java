package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule passes a sound model and fails, with the element's name, on one that is broken in one place. */
class RulesTest {

  private static final String FORM = "<form><label for=\"a\">意见</label><input id=\"a\" cam-variable-name=\"a\">"
      + "<label for=\"d\">结论</label><select id=\"d\" cam-variable-name=\"decision\" required><option value=\"agree\">同意</option>"
      + "<option value=\"refuse\">不同意</option></select>"
      + "<label for=\"f\">方式</label><select id=\"f\" cam-variable-name=\"f\" data-lawful-by=\"ways\" data-lawful-with=\"a e\""
      + " data-choices=\"ways\"><option value=\"\">请选择</option></select>"
      + "<label for=\"g\">名称</label><input id=\"g\" cam-variable-name=\"g\" readonly data-label-of=\"f\">"
      + "<label for=\"e\">日期</label><input type=\"date\" id=\"e\" cam-variable-name=\"e\" data-not-after=\"today\""
      + " data-required-when=\"decision=refuse\">"
      + "<case-documents kinds=\"PROOF:证明\" data-required-kinds=\"PROOF:decision=agree\" data-checked-kinds=\"PROOF\">"
      + "</case-documents></form>";
  private static final String STARTED_BY_THE_BUREAU = "<camunda:property name=\"startedBy\" value=\"bureau\" />\n        "
      + "<camunda:property name=\"startedFor\" value=\"work\" />";
  private static final String AGREED = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${draftDecision == "
      + "'agree'}</bpmn:conditionExpression>";

  @ParameterizedTest
  @EnumSource
  void aSoundModelKeepsTheRule(ModelRule rule) {
    Project project = project("", "");
    assertThat(project.models().values().stream().flatMap(model -> rule.violations(model, project))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("broken")
  void aBrokenModelBreaksTheRule(ModelRule rule, String sound, String broken, String says) {
    Project project = project(sound, broken);
    assertThat(project.models().values().stream().flatMap(model -> rule.violations(model, project)))
        .anyMatch(violation -> violation.contains(says));
  }

  @Test
  void everyRuleIsProven() {
    assertThat(broken().map(arguments -> arguments.get()[0]).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(ModelRule.class));
    assertThat(brokenDecisionsAndForms().map(arguments -> arguments.get()[0]).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(ProjectRule.class));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(ModelRule.FILE_IS_NAMED_BY_ITS_PROCESS, "process id=\"sound-model\"", "process id=\"other-model\"", "other-model"),
        arguments(ModelRule.FILE_IS_NAMED_BY_ITS_PROCESS, " processRef=\"called-partner\"", "", "process called-partner “对方样例” is neither"),
        arguments(ModelRule.POOLS_AND_MESSAGES_ARE_DRAWN_AND_NAMED, "name=\"对方\"", "name=\"Partner\"", "participant partner"),
        arguments(ModelRule.POOLS_AND_MESSAGES_ARE_DRAWN_AND_NAMED, "bpmnElement=\"partner\"", "bpmnElement=\"nothing\"",
            "participant partner"),
        arguments(ModelRule.POOLS_AND_MESSAGES_ARE_DRAWN_AND_NAMED, " name=\"告知\"", "", "messageFlow word"),
        arguments(ModelRule.POOLS_AND_MESSAGES_ARE_DRAWN_AND_NAMED, "bpmnElement=\"word\"", "bpmnElement=\"nothing\"", "messageFlow word"),
        arguments(ModelRule.ELEMENTS_ARE_IN_THEIR_POOL, "x=\"100\" y=\"240\"", "x=\"100\" y=\"340\"",
            "told “得知” is drawn outside of its pool"),
        arguments(ModelRule.PROCESS_IS_EXECUTABLE, "isExecutable=\"true\"", "isExecutable=\"false\"", "is not executable"),
        arguments(ModelRule.HISTORY_IS_KEPT_IN_DAYS, "P10958D", "P30Y", "historyTimeToLive"),
        arguments(ModelRule.HISTORY_IS_KEPT_IN_DAYS, " camunda:historyTimeToLive=\"P10958D\"", "", "historyTimeToLive"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, "<camunda:property name=\"startedBy\" value=\"bureau\" />", "",
            "by whom it is started"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, STARTED_BY_THE_BUREAU,
            "<camunda:property name=\"startedBy\" value=\"application\" />", "has a start form and"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, " camunda:isStartableInTasklist=\"false\"", "",
            "process called-model “审批样例” is offered in Tasklist"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, "name=\"caseOf\"", "name=\"caseof\"",
            "process sound-model “样例” has the unknown property caseof"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, "name=\"caseOf\"", "name=\"readBy\"", "the property twice: readBy"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, "name=\"readBy\"", "name=\"term\"", "who reads them"),
        arguments(ModelRule.PROCESS_SAYS_WHAT_MECHANISMS_MUST_KNOW, "name=\"personalForms\" value=\"sound-task\"",
            "name=\"personalForms\" value=\"sound-start\"", "no task with the form sound-start"),
        arguments(ModelRule.CASES_ARE_CLOSED_ON_EVERY_WAY, "name=\"outcome\" value=\"WORKED\"", "name=\"other\" value=\"WORKED\"",
            "endEvent done “办结” is reached while"),
        arguments(ModelRule.CASES_ARE_CLOSED_ON_EVERY_WAY, "name=\"returnsTo\" value=\"draft\"", "name=\"outcome\" value=\"CALLED\"",
            "callActivity call “审批” cannot close a case"),
        arguments(ModelRule.PROCESS_HAS_A_CHINESE_NAME, "name=\"样例\"", "name=\"Sample\"", "Sample"),
        arguments(ModelRule.PROCESS_SAYS_WHICH_CLAUSES_IT_CARRIES_OUT, "（C3）", "（C22）", "names a clause"),
        arguments(ModelRule.PROCESS_SAYS_WHICH_CLAUSES_IT_CARRIES_OUT, "<bpmn:documentation>守规的样例模型（C3）。</bpmn:documentation>", "",
            "sound-model"),
        arguments(ModelRule.ELEMENTS_HAVE_CHINESE_NAMES, " name=\"起草\"", "", "userTask draft"),
        arguments(ModelRule.ELEMENTS_HAVE_CHINESE_NAMES, " name=\"是否同意\"", "", "decided"),
        arguments(ModelRule.WAYS_OUT_OF_A_DECISION_HAVE_CHINESE_NAMES, " name=\"不同意\"", "", "decided-to-handle"),
        arguments(ModelRule.WAYS_OUT_OF_A_DECISION_HAVE_CONDITIONS, AGREED, "", "decided-to-done"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, "name=\"是否同意\"", "name=\"是否同意\" default=\"decided-to-done\"",
            "decided “是否同意” has a default"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, AGREED, "", "decided-to-done “同意” is not taken by"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, "${draftDecision == 'agree'}", "${draftDecision != 'refuse'}",
            "decided-to-done “同意” is not taken by"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, "${draftDecision == 'agree'}", "${otherDecision == 'agree'}", "several tasks"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, "<option value=\"agree\">同意</option>",
            "<option value=\"agree\">同意</option><option value=\"amend\">修改</option>", "demands a choice of"),
        arguments(ModelRule.NOTHING_SAID_IS_NO_DECISION, "cam-variable-name=\"decision\" required", "cam-variable-name=\"decision\"",
            "demands a choice of []"),
        arguments(ModelRule.TASKS_HAVE_FORMS, "forms/sound-task.html", "forms/no-form.html", "draft “起草”"),
        arguments(ModelRule.TASKS_HAVE_FORMS, "embedded:deployment:forms/sound-task.html", "embedded:app:forms/sound-task.html",
            "draft “起草”"),
        arguments(ModelRule.START_FORMS_EXIST, "forms/sound-start.html", "forms/no-form.html", "begin “发起”"),
        arguments(ModelRule.TASKS_HAVE_CANDIDATE_GROUPS, " camunda:candidateGroups=\"gov${governmentCode}\"", "", "draft"),
        arguments(ModelRule.TASKS_HAVE_DUE_DATES_OR_ARE_AN_OWN_WISH, " camunda:dueDate=\"${terms.due('draft.long')}\"", "",
            "draft “起草” has no due date"),
        arguments(ModelRule.TASKS_HAVE_DUE_DATES_OR_ARE_AN_OWN_WISH, "${terms.due('draft.long')}\" />",
            "${terms.due('draft.long')}\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"ownWish\" value=\"true\" />"
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>",
            "draft “起草” is an own wish with a due date"),
        arguments(ModelRule.FILLED_IN_TOGETHER_IS_WHAT_A_ROW_HOLDS, "${terms.due('draft.long')}\" />",
            "${terms.due('draft.long')}\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"together\" value=\"true\" />"
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>",
            "draft “起草” is done together, but no row holds its form"),
        arguments(ModelRule.DECIDED_TOGETHER_IS_WHAT_ONE_OPINION_ANSWERS, "${terms.due('draft.long')}\" />",
            "${terms.due('draft.long')}\"><bpmn:extensionElements><camunda:properties>"
                + "<camunda:property name=\"together\" value=\"decided\" />"
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>",
            "draft “起草” is decided together, but its form demands e"),
        arguments(ModelRule.SIGNERS_DRAFTED_NOTHING, "businessRuleTask id=\"ask\" name=\"查表\" camunda:decisionRef=\"sound-decision\"",
            "userTask id=\"ask\" name=\"签发\" camunda:candidateGroups=\"gov${governmentCode}Leader\"",
            "ask “签发” may be done by who did draft"),
        arguments(ModelRule.STEPS_BACK_ARE_TASKS, "value=\"draft\"", "value=\"begin\"", "returns to begin"),
        arguments(ModelRule.BEANS_EXIST, "${working}", "${idling}", "idling"),
        arguments(ModelRule.BEANS_EXIST, "terms.open(", "nobody.open(", "nobody"),
        arguments(ModelRule.EXPRESSIONS_CHAIN_NO_CALLS, "terms.due('draft.long')", "terms.due('draft.long').toString()",
            "calls what a call answered"),
        arguments(ModelRule.CALLED_PROCESSES_EXIST, "calledElement=\"called-model\"", "calledElement=\"no-model\"", "no-model"),
        arguments(ModelRule.DECISIONS_EXIST, "decisionRef=\"sound-decision\"", "decisionRef=\"no-decision\"", "no-decision"),
        arguments(ModelRule.MESSAGES_AND_ERRORS_ARE_NAMED, "<bpmn:error id=\"fail\" name=\"失败\"",
            "<bpmn:message id=\"m\" /><bpmn:error id=\"fail\"", "error fail"),
        arguments(ModelRule.MESSAGES_AND_ERRORS_ARE_NAMED, "<bpmn:error id=\"fail\"",
            "<bpmn:message id=\"call-it\" /><bpmn:error id=\"fail\"", "message call-it"),
        arguments(ModelRule.ERRORS_ARE_CAUGHT, "attachedToRef=\"handle\">\n      <bpmn:errorEventDefinition errorRef=\"fail\"",
            "attachedToRef=\"handle\">\n      <bpmn:errorEventDefinition errorRef=\"return\"", "failed “未成”"),
        arguments(ModelRule.ERRORS_ARE_CAUGHT, "attachedToRef=\"call\">\n      <bpmn:errorEventDefinition errorRef=\"return\"",
            "attachedToRef=\"call\">\n      <bpmn:errorEventDefinition errorRef=\"fail\"", "sentBack “退回”"),
        arguments(ModelRule.ERRORS_ARE_CAUGHT, "calledElement=\"called-model\"", "calledElement=\"no-model\"", "sentBack “退回”"),
        arguments(ModelRule.ELEMENTS_ARE_DRAWN, "bpmnElement=\"draft\"", "bpmnElement=\"nothing\"", "draft “起草” is not drawn"),
        arguments(ModelRule.ELEMENTS_ARE_DRAWN, "bpmnElement=\"draft-to-work\"", "bpmnElement=\"nothing\"", "draft-to-work is not drawn"),
        arguments(ModelRule.SHAPES_DO_NOT_OVERLAP, "x=\"350\" y=\"160\"", "x=\"280\" y=\"160\"", "draft “起草” overlaps serviceTask work"),
        arguments(ModelRule.SHAPES_DO_NOT_OVERLAP, "x=\"990\" y=\"322\"", "x=\"990\" y=\"422\"", "inner “开始” is drawn outside"),
        arguments(ModelRule.LABELS_RUN_INTO_NOTHING, "x=\"810\" y=\"156\"", "x=\"810\" y=\"186\"",
            "the label of exclusiveGateway decided “是否同意” runs into exclusiveGateway decided"),
        arguments(ModelRule.LABELS_RUN_INTO_NOTHING, "x=\"915\" y=\"183\"", "x=\"915\" y=\"193\"",
            "the label of sequenceFlow decided-to-done “同意” runs into sequenceFlow decided-to-done"),
        arguments(ModelRule.LABELS_RUN_INTO_NOTHING, "x=\"915\" y=\"183\"", "x=\"840\" y=\"153\"",
            "runs into sequenceFlow decided-to-done “同意”"),
        arguments(ModelRule.LABELS_RUN_INTO_NOTHING, "x=\"258\" y=\"178\"", "x=\"258\" y=\"164\"", "runs into participant callee"),
        arguments(ModelRule.LABELS_RUN_INTO_NOTHING,
            "<bpmndi:BPMNLabel>\n          <dc:Bounds x=\"915\" y=\"183\" width=\"30\" height=\"14\" />\n" + "        </bpmndi:BPMNLabel>",
            "", "decided-to-done “同意” has no place for its label"),
        arguments(ModelRule.DRAWINGS_FIT_A_SCREEN, "x=\"1240\" y=\"322\"", "x=\"2240\" y=\"322\"",
            "sound-model.bpmn is drawn 2176 pixels wide"),
        arguments(ModelRule.FLOW_RUNS_FROM_LEFT_TO_RIGHT, "x=\"350\" y=\"160\"", "x=\"50\" y=\"560\"",
            "draft-to-work runs from right to left"),
        arguments(ModelRule.FLOWS_RUN_AROUND_ELEMENTS, "<di:waypoint x=\"720\" y=\"300\" />\n        <di:waypoint x=\"240\" y=\"300\" />",
            "<di:waypoint x=\"720\" y=\"230\" />\n        <di:waypoint x=\"240\" y=\"230\" />",
            "returned-to-draft is drawn through serviceTask work"),
        arguments(ModelRule.FLOWS_DO_NOT_CROSS, "<di:waypoint x=\"240\" y=\"300\" />\n        <di:waypoint x=\"240\" y=\"240\" />",
            "<di:waypoint x=\"320\" y=\"300\" />\n        <di:waypoint x=\"320\" y=\"100\" />",
            "draft-to-work crosses sequenceFlow returned-to-draft"));
  }

  @ParameterizedTest
  @EnumSource
  void soundDecisionsAndFormsKeepTheRule(ProjectRule rule) {
    assertThat(rule.violations(project("", ""))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("brokenDecisionsAndForms")
  void brokenDecisionsAndFormsBreakTheRule(ProjectRule rule, String sound, String broken, String says) {
    assertThat(rule.violations(project(sound, broken))).anyMatch(violation -> violation.contains(says));
  }

  static Stream<Arguments> brokenDecisionsAndForms() {
    return Stream.of(
        arguments(ProjectRule.DECISION_FILES_ARE_NAMED_BY_THEIR_DECISION, "decision id=\"sound-decision\"", "decision id=\"other\"",
            "sound-decision.dmn"),
        arguments(ProjectRule.DECISIONS_HAVE_CHINESE_NAMES, "name=\"样例决策\"", "name=\"Sample\"", "sound-decision.dmn"),
        arguments(ProjectRule.DECISIONS_KEEP_HISTORY_IN_DAYS, "P10958D", "P10Y", "sound-decision.dmn"),
        arguments(ProjectRule.FORMS_CAN_BE_READ, "label for=\"a\"", "label for=\"b\"", "sound-task.html: no label"),
        arguments(ProjectRule.FORMS_CAN_BE_READ, "data-not-after=\"today\"", "data-not-after=\"tomorrow\"",
            "data-not-after=\"tomorrow\" names nothing"),
        arguments(ProjectRule.FORMS_CAN_BE_READ, "\"PROOF:decision", "\"PROOFS:decision", "PROOFS is demanded"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-not-after", "data-not-later",
            "sound-task.html: unknown attribute data-not-later"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-not-after=\"today\"", "data-unique",
            "data-unique has no meaning at input"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-required-when=\"decision", "data-required-when=\"decided",
            "data-required-when never holds: decided=refuse"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-lawful-with=\"a e", "data-lawful-with=\"a x",
            "data-lawful-with names no field: x"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-label-of=\"f", "data-label-of=\"a",
            "data-label-of names no list of choices: a"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "PROOF:decision=agree", "PROOF:decision=agreed",
            "data-required-kinds never holds: decision=agreed"),
        arguments(ProjectRule.FORMS_DEMAND_BY_KNOWN_ATTRIBUTES, "data-checked-kinds=\"PROOF", "data-checked-kinds=\"PROVE",
            "data-checked-kinds names no kind that can be attached: PROVE"),
        arguments(ProjectRule.DECISIONS_ARE_DEMANDED, "cam-variable-name=\"decision\" required", "cam-variable-name=\"decision\"",
            "sound-task.html: the decision"),
        arguments(ProjectRule.FORMS_ARE_USED, "forms/sound-task.html", "forms/other-form.html", "sound-task.html is used by no model"));
  }

  /** @return the sample project, in every file of which this text is replaced */
  private static Project project(String sound, String broken) {
    Map<String, BpmnModel> models = new HashMap<>();
    for (String name : Set.of("sound-model", "called-model")) {
      models.put(name, new BpmnModel(name + ".bpmn", Bpmn.readModelFromStream(stream(sample(name + ".bpmn").replace(sound, broken)))));
    }
    String form = FORM.replace(sound, broken);
    DmnModelInstance decision = Dmn.readModelFromStream(stream(sample("sound-decision.dmn").replace(sound, broken)));
    return new Project(models, Map.of("sound-decision", decision), Map.of("sound-start", form, "sound-task", form),
        Set.of("terms", "working"));
  }

  private static InputStream stream(String xml) {
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String sample(String file) {
    try (InputStream content = RulesTest.class.getResourceAsStream("/models/" + file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
