package cn.gov.officecleanup.procedure.urging;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 催办: by whom, how often, and what the one who is urged sees. */
@EngineTest
class CaseUrgingTest {

  private static final String LUOYANG = "410300";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly opening;

  private Applicant luoyang;

  @BeforeEach
  void anApplicationThatWaitsForItsLeader() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    luoyang = new Applicant(
        runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey(), LUOYANG);
    luoyang.attachDocuments(documents);
  }

  @Test
  void whoIsUrgedReadsItAndFindsTheTaskOnTop() {
    luoyang.hand("draft", soundDraft());
    ProcessInstance urging = urge("gov410300", "请尽快签批，期限将至。");
    assertThat(urging).isEnded().hasPassed("requested", "urge", "urged");
    Task sign = luoyang.task("sign");
    assertThat(sign.getPriority()).isEqualTo(60);
    as("gov410300Leader", "gov410300Leader");
    assertThat(opening.ofTask(sign.getId()).orElseThrow().opinions()).extracting(Opinion::stepName, Opinion::words)
        .last()
        .isEqualTo(org.assertj.core.groups.Tuple.tuple("催办", "请尽快签批，期限将至。"));
    asApplication();
  }

  @Test
  void onceADay() {
    luoyang.hand("draft", soundDraft());
    assertThat(offered("gov410300")).contains(luoyang.caseNumber());
    urge("gov410300", "请尽快签批。");
    assertThat(offered("gov410300")).doesNotContain(luoyang.caseNumber());
    assertThatThrownBy(() -> urge("gov410300", "再次催办。")).isInstanceOf(RefusedException.class).hasMessageContaining("选项");
    itIs(LocalDateTime.of(2015, 9, 2, 0, 1));
    urge("gov410300", "再次催办。");
  }

  @Test
  void nobodyUrgesOthersCasesOrThemselves() {
    assertThat(offered("gov410300")).as("it waits for them").doesNotContain(luoyang.caseNumber());
    assertThatThrownBy(() -> urge("gov410300", "催办自己。")).isInstanceOf(RefusedException.class);
    luoyang.hand("draft", soundDraft());
    assertThat(offered("gov410700")).doesNotContain(luoyang.caseNumber());
    assertThatThrownBy(() -> urge("gov410700", "催办别人的案件。")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> urge("gov410300Leader", "负责同志不催办。")).isInstanceOf(AuthorizationException.class);
    assertThat(luoyang.task("sign").getPriority()).isEqualTo(50);
  }

  private ProcessInstance urge(String user, String words) {
    as(user, user);
    try {
      return runtimeService().startProcessInstanceByKey("case-urging", Map.of("urgedCase", luoyang.caseNumber(), "words", words));
    } finally {
      asApplication();
    }
  }

  private List<String> offered(String user) {
    as(user, user);
    try {
      return opening.ofStart("case-urging").choices().get("urgeable-cases").stream().map(Choice::value).toList();
    } finally {
      asApplication();
    }
  }
}
