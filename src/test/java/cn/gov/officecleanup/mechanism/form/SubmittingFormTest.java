package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No way leads past a task's form, whichever of the engine's interfaces it is tried through. */
@EngineTest
class SubmittingFormTest {

  private static final String OFFICIAL = "gov410500";
  private static final Map<String, Object> FORGED = Map.of("approveDecision", "approve");

  @Autowired
  private CaseDocuments documents;

  private ProcessInstance instance;
  private Applicant applicant;
  private String draft;

  @BeforeEach
  void anApplicationWaitsForItsDraft() {
    as(OFFICIAL, OFFICIAL);
    instance = runtimeService().startProcessInstanceByKey("office-establishment",
        Map.of("governmentCode", "410500", "officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市"));
    applicant = new Applicant(instance.getBusinessKey(), "410500");
    draft = applicant.task("draft").getId();
  }

  @Test
  void aTaskIsNotCompletedWithoutWhatItsFormDemands() {
    Stream
        .<ThrowingCallable>of(() -> taskService().complete(draft), () -> taskService().complete(draft, null),
            () -> taskService().complete(draft, Map.of()), () -> taskService().completeWithVariablesInReturn(draft, null, false),
            () -> formService().submitTaskForm(draft, null), () -> formService().submitTaskForm(draft, Map.of()),
            () -> formService().submitTaskFormData(draft, Map.of()),
            () -> formService().submitTaskFormWithVariablesInReturn(draft, Map.of(), false))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(RefusedException.class).hasMessageContaining("“设立理由”不能为空"));
    nothingHasHappened();
  }

  @Test
  void nothingButTheFormsFieldsIsTakenIn() {
    Map<String, Object> more = new HashMap<>(draft());
    more.putAll(FORGED);
    Stream
        .<ThrowingCallable>of(() -> taskService().complete(draft, more),
            () -> taskService().completeWithVariablesInReturn(draft, more, false), () -> formService().submitTaskForm(draft, more),
            () -> formService().submitTaskFormWithVariablesInReturn(draft, more, false))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(RefusedException.class).hasMessageContaining("表单以外的内容"));
    nothingHasHappened();
  }

  @Test
  void aTaskIsNeitherResolvedWithContentNorEndedByAnErrorOrAnEscalation() {
    Stream.<ThrowingCallable>of(() -> taskService().resolveTask(draft, FORGED), () -> taskService().handleBpmnError(draft, "ANY"),
        () -> taskService().handleBpmnError(draft, "ANY", "message"), () -> taskService().handleBpmnError(draft, "ANY", "message", FORGED),
        () -> taskService().handleEscalation(draft, "ANY"), () -> taskService().handleEscalation(draft, "ANY", FORGED))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(RefusedException.class).hasMessageContaining("不支持这种办理方式"));
    nothingHasHappened();
  }

  @Test
  void anOfficialPutsNoVariableIntoTheProcess() {
    Stream
        .<ThrowingCallable>of(() -> taskService().setVariable(draft, "approveDecision", "approve"),
            () -> taskService().setVariables(draft, FORGED), () -> taskService().setVariableLocal(draft, "approveDecision", "approve"),
            () -> runtimeService().setVariables(instance.getId(), FORGED),
            () -> runtimeService().createMessageCorrelation("application-withdrawn")
                .processInstanceId(instance.getId())
                .setVariables(FORGED)
                .correlateAllWithResult(),
            () -> runtimeService().createProcessInstanceModification(instance.getId()).startBeforeActivity("establish").execute(),
            () -> runtimeService().deleteProcessInstance(instance.getId(), "gone"))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class));
    nothingHasHappened();
  }

  @Test
  void aTaskIsNotHandedToAnOutsider() {
    Stream
        .<ThrowingCallable>of(() -> taskService().setAssignee(draft, "outsider"), () -> taskService().delegateTask(draft, "outsider"),
            () -> taskService().setOwner(draft, "outsider"), () -> taskService().addCandidateUser(draft, "outsider"),
            () -> taskService().addCandidateGroup(draft, "gov410700"))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class));
    nothingHasHappened();
  }

  @Test
  void whatOneOfTheGroupClaimedIsNotDoneByAnother() {
    as("wang", OFFICIAL);
    taskService().claim(draft, "wang");
    as("li", OFFICIAL);
    assertThatThrownBy(() -> taskService().complete(draft, draft())).isInstanceOf(RefusedException.class)
        .hasMessageMatching(".*已由“wang”于\\d{4}年\\d+月\\d+日 \\d\\d:\\d\\d签收.*");
    as("wang", OFFICIAL);
    taskService().setAssignee(draft, null);
    as("li", OFFICIAL);
    assertThatCode(() -> taskService().complete(draft, draft())).doesNotThrowAnyException();
  }

  @Test
  void aTaskThatIsGoneIsSaidToBeGone() {
    taskService().complete(draft, draft());
    assertThatThrownBy(() -> taskService().complete(draft, draft())).isInstanceOf(RefusedException.class)
        .hasMessageMatching(".*已由“%s”于\\d{4}年\\d+月\\d+日 \\d\\d:\\d\\d办结.*".formatted(OFFICIAL));
  }

  @Test
  void nothingIsDecidedWithoutSayingWhat() {
    asApplication();
    applicant.attachDocuments(documents).hand("draft", draft());
    String sign = applicant.task("sign").getId();
    as(OFFICIAL + "Leader", OFFICIAL + "Leader");
    Stream
        .of(Map.<String, Object>of("opinion", "同意。"), Map.<String, Object>of("opinion", "同意。", "decision", ""),
            Map.<String, Object>of("opinion", "同意。", "decision", "approve"))
        .flatMap(said -> Stream.<ThrowingCallable>of(() -> taskService().complete(sign, said),
            () -> formService().submitTaskForm(sign, said), () -> taskService().completeWithVariablesInReturn(sign, said, false)))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(RefusedException.class).hasMessageContaining("选择"));
    asApplication();
    assertThat(applicant.task("sign")).isNotNull();
  }

  @Test
  void onlyTheDecisionGoesOnIntoTheProcess() {
    asApplication();
    applicant.attachDocuments(documents).hand("draft", draft());
    applicant.leader("sign", "同意上报。");
    assertThat(runtimeService().createVariableInstanceQuery().list()).extracting("name")
        .contains("signDecision")
        .doesNotContain("decision", "opinion", "reasons", "managementRules");
  }

  private void nothingHasHappened() {
    asApplication();
    assertThat(instance).isWaitingAt("draft");
    assertThat(taskService().createTaskQuery().taskId(draft).taskUnassigned().count()).isOne();
    assertThat(runtimeService().createVariableInstanceQuery().variableName("approveDecision").count()).isZero();
  }

  private static Map<String, Object> draft() {
    Map<String, Object> draft = Applicant.soundDraftOfNewOffice();
    draft.putAll(Map.of("officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市", "workKind", "GENERAL"));
    return draft;
  }
}
