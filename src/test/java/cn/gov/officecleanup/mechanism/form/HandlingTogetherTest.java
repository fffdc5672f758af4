package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 批量办理: Luoyang's leader signs several applications with one opinion. */
@EngineTest
class HandlingTogetherTest {

  private static final String LEADER = "gov410300Leader";
  private static final int MANY = 50;

  @Autowired
  private HandlingTogether together;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private Opinions opinions;

  @BeforeEach
  void itIsTheYearOfThePlan() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  @AfterEach
  void nobodyIsAtWork() {
    asApplication();
  }

  @Test
  void fiftyAreSignedInOneGoAndEachAsIfItWereTheOnlyOne() {
    List<Applicant> applicants = IntStream.range(0, MANY).mapToObj(number -> atSign()).toList();
    List<String> tasks = applicants.stream().map(applicant -> applicant.task("sign").getId()).toList();
    as(LEADER, LEADER);
    HandlingTogether.Offer offer = together.offer(tasks);
    assertThat(offer.stepName()).isEqualTo("派出地政府负责同志签批");
    assertThat(offer.decisions()).extracting(Choice::value).containsExactly("sign", "return");
    assertThat(offer.items()).hasSize(MANY).allSatisfy(item -> {
      assertThat(item.reason()).isNull();
      assertThat(item.lastSaid()).contains("起草保留申请");
      assertThat(item.facts()).isNotEmpty();
    });
    tasks.forEach(task -> together.complete(task, offer.step(), said("sign", "同意上报。")));
    asApplication();
    assertThat(applicants).allSatisfy(applicant -> {
      assertThat(applicant.task("accept")).isNotNull();
      assertThat(opinions.of(applicant.caseNumber())).filteredOn(opinion -> opinion.step().equals("sign"))
          .extracting(Opinion::userId, Opinion::decision, Opinion::words)
          .containsExactly(tuple(LEADER, "sign", "同意上报。"));
    });
  }

  @Test
  void whatIsPressedTwiceIsDoneOnceAndTold() {
    Applicant luoyang = atSign();
    String task = luoyang.task("sign").getId();
    as(LEADER, LEADER);
    String step = together.offer(List.of(task)).step();
    together.complete(task, step, said("sign", "同意上报。"));
    assertThatThrownBy(() -> together.complete(task, step, said("sign", "同意上报。"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("该任务已由");
    assertThat(together.offer(List.of(task)).items()).singleElement().satisfies(item -> assertThat(item.reason()).contains("该任务已由"));
    assertThat(opinions.of(luoyang.caseNumber())).filteredOn(opinion -> opinion.step().equals("sign")).hasSize(1);
  }

  @Test
  void whatCannotBeDecidedWithTheOthersIsNamedWithItsReason() {
    Applicant luoyang = atSign();
    Applicant claimed = atSign();
    Applicant drafted = applicant();
    taskService().setAssignee(claimed.task("sign").getId(), "colleague");
    List<String> tasks = List.of(drafted.task("draft").getId(), luoyang.task("sign").getId(), claimed.task("sign").getId());
    as(LEADER, LEADER, "gov410300");
    HandlingTogether.Offer offer = together.offer(tasks);
    assertThat(offer.items()).extracting(item -> item.reason() == null ? "" : item.reason())
        .satisfiesExactly(reason -> assertThat(reason).contains("按各案分别填写"), reason -> assertThat(reason).isEmpty(),
            reason -> assertThat(reason).contains("“colleague”"));
    for (String other : List.of(tasks.get(0), tasks.get(2))) {
      assertThatThrownBy(() -> together.complete(other, offer.step(), said("sign", "同意。"))).isInstanceOf(RefusedException.class);
    }
    assertThatThrownBy(() -> together.complete(tasks.get(1), "another:step", said("sign", "同意。"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("与其他各件不同");
    assertThatThrownBy(() -> together.complete(tasks.get(1), offer.step(), said("return", " "))).as("the form's own demands hold")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("签批意见");
    assertThatThrownBy(() -> together.complete(tasks.get(1), offer.step(), said("burn", "同意。"))).isInstanceOf(RefusedException.class);
    asApplication();
    assertThat(luoyang.task("sign")).isNotNull();
  }

  @Test
  void nobodyDecidesOrSeesWhatIsNotTheirs() {
    String task = atSign().task("sign").getId();
    as("gov410700Leader", "gov410700Leader");
    assertThat(together.offer(List.of(task)).items()).singleElement().satisfies(item -> {
      assertThat(item.caseNumber()).isEmpty();
      assertThat(item.title()).isEmpty();
      assertThat(item.reason()).contains("不由您办理");
    });
    assertThatThrownBy(() -> together.complete(task, "three-level-approval:sign", said("sign", "同意。"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不由您办理");
    assertThatThrownBy(() -> together.offer(List.of())).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> together.offer(new ArrayList<>(Collections.nCopies(HandlingTogether.MOST + 1, task))))
        .isInstanceOf(RefusedException.class);
  }

  private static Map<String, Object> said(String decision, String opinion) {
    return Map.of("decision", decision, "opinion", opinion);
  }

  private Applicant atSign() {
    Applicant applicant = applicant();
    applicant.attachDocuments(documents);
    return applicant.hand("draft", soundDraft());
  }

  private Applicant applicant() {
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    return new Applicant(runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office)).getBusinessKey(),
        "410300");
  }
}
