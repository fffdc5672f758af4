package cn.gov.officecleanup.mechanism.way;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes next, who will have it and by when, is told from the models. How often it comes true a rehearsal counts. */
@EngineTest
class WaysAheadTest {

  @Autowired
  private WaysAhead ways;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;

  private ProcessInstance instance;
  private Task draft;

  @BeforeEach
  void aDraftOfLuoyangs() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    instance = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office()));
    draft = task(instance.getBusinessKey(), "draft");
    as("wang", "gov410300");
  }

  @Test
  void throughTheProceduresThatAreCalledTheNextStepIsFoundWithItsGroupAndDay() {
    List<Ahead> next = ways.next(draft.getId(), null);
    assertThat(next).singleElement().satisfies(step -> {
      assertThat(step.procedure()).isEqualTo("three-level-approval");
      assertThat(step.name()).isEqualTo("派出地政府负责同志签批");
      assertThat(step.groups()).containsExactly("gov410300Leader");
      assertThat(step.lastDay()).isAfter(LocalDate.of(2015, 9, 1));
      assertThat(step.awaited()).isFalse();
    });
    assertThat(ways.decisions(draft.getId())).as("nothing is decided in a draft").containsExactly(new Decision(null, next));
  }

  @Test
  void anErrorThatACalledProcedureEndsWithIsFollowedToWhoeverCatchesIt() {
    Task sign = signing();
    assertThat(ways.decisions(sign.getId())).extracting(Decision::word).containsExactly("同意", "退回");
    assertThat(ways.next(sign.getId(), "sign")).extracting(Ahead::step).containsExactly("accept");
    assertThat(ways.next(sign.getId(), "return")).extracting(Ahead::step, Ahead::groups)
        .containsExactly(tuple("correct", List.of("gov410300")));
  }

  @Test
  void ofWhatSeveralDoSideBySideTheLastLeadsOn() {
    Applicant luoyang = new Applicant(instance.getBusinessKey(), "410300");
    signing();
    luoyang.leader("sign", "同意上报。");
    assertThat(ways.next(luoyang.task("accept").getId(), "accept")).as("whom the model asks").singleElement().satisfies(step -> {
      assertThat(step.step()).isEqualTo("answer");
      assertThat(step.groups()).containsExactly("audit", "gov410000Establishment", "gov410000Finance");
    });
    luoyang.bureauTakesIn();
    assertThat(answering("audit")).as("others have still to answer").isEmpty();
    luoyang.department("audit", "agree");
    luoyang.department("gov410000Finance", "agree");
    assertThat(answering("gov410000Establishment")).extracting(Ahead::step).containsExactly("review");
  }

  private List<Ahead> answering(String group) {
    return ways.next(taskService().createTaskQuery().taskDefinitionKey("answer").taskCandidateGroup(group).singleResult().getId(), "agree");
  }

  @Test
  void theUsualWayLeadsToTheEndAndNoStepOfItIsDueBeforeOneThatItFollows() {
    List<Ahead> way = ways.usual(signing().getId());
    assertThat(way).extracting(Ahead::step).startsWith("accept", "answer", "review").endsWith("receive").doesNotHaveDuplicates();
    List<LocalDate> days = way.stream().map(Ahead::lastDay).toList();
    assertThat(days).doesNotContainNull().isSorted();
  }

  @Test
  void beforeAProcedureBeginsItsWayIsToldForWhoBeginsIt() {
    List<Ahead> way = ways.usual("office-abolition", Map.of("governmentCode", "410300")).orElseThrow();
    assertThat(way.get(0).name()).isEqualTo("盘点资产");
    assertThat(way.get(0).groups()).containsExactly("gov410300");
    assertThat(way).extracting(Ahead::step)
        .as("what is done side by side comes before what waits for all of it")
        .endsWith("closing", "signClosure", "archive")
        .contains("propose", "plan");
    assertThat(ways.usual("no-such-procedure", Map.of())).isEmpty();
  }

  @Test
  void lookingAheadLeavesNoTrace() {
    String approval = signing().getId();
    long before = historyService().createHistoricActivityInstanceQuery().count();
    assertThat(ways.decisions(approval)).isNotEmpty();
    assertThat(ways.usual(approval)).isNotEmpty();
    assertThat(historyService().createHistoricActivityInstanceQuery().count()).isEqualTo(before);
    assertThat(ways.next("no-such-task", null)).isEmpty();
  }

  private Task signing() {
    Applicant luoyang = new Applicant(instance.getBusinessKey(), "410300").attachDocuments(documents);
    return luoyang.hand("draft", Applicant.soundDraft()).task("sign");
  }

  private long office() {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
  }
}
