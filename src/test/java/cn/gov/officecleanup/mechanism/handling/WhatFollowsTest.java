package cn.gov.officecleanup.mechanism.handling;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has done a step is told what the case waits for now, and which of it is the own again. */
@EngineTest
class WhatFollowsTest {

  @Autowired
  private WhatFollows follows;
  @Autowired
  private OfficeRegister register;

  private ProcessInstance instance;
  private String task;

  @BeforeEach
  void aDraftOfLuoyangs() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    instance = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office));
    task = task(instance.getBusinessKey(), "draft").getId();
    as("wang", "gov410300");
  }

  @Test
  void whatComesBackAfterAStepIsNamedWithWhoHasIt() {
    taskService().complete(task, Applicant.soundDraft());
    Task correction = task(instance.getBusinessKey(), "correct");
    WhatFollows.Following following = follows.after(task).orElseThrow();
    assertThat(following.caseNumber()).isEqualTo(instance.getBusinessKey());
    assertThat(following.settled()).isTrue();
    assertThat(following.own()).as("its documents are missing").containsExactly(correction.getId());
    assertThat(following.words()).isEqualTo("下一步：%s（洛阳市人民政府）。".formatted(correction.getName()));
  }

  @Test
  void whatAColleagueHasTakenOnIsNotTheOwn() {
    assertThat(follows.after(task).orElseThrow().own()).as("handed on to nobody yet").containsExactly(task);
    taskService().claim(task, "wang");
    as("li", "gov410300");
    assertThat(follows.after(task).orElseThrow().own()).as("a colleague's").isEmpty();
    assertThat(follows.after(task).orElseThrow().words()).isEqualTo("下一步：起草保留申请（wang）。");
  }

  @Test
  void othersAreToldNothing() {
    for (String other : new String[]{"gov410700", "supervisors", "gov410300Leader"}) {
      as(other, other);
      assertThat(follows.after(task)).as(other).isEmpty();
    }
  }
}
