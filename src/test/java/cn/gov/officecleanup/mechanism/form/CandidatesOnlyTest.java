package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever takes on or completes a task is in one of its candidate groups at that moment, whatever the engine's authorizations say. */
@EngineTest
class CandidatesOnlyTest {

  private static final String OFFICIAL = "gov410500";

  private String draft;

  @BeforeEach
  void anApplicationWaitsForItsDraft() {
    as(OFFICIAL, OFFICIAL);
    String instance = runtimeService()
        .startProcessInstanceByKey("office-establishment",
            Map.of("governmentCode", "410500", "officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市"))
        .getId();
    draft = taskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  @Test
  void whoLeftTheGroupCompletesNothingThoughTheTaskIsTheirs() {
    as("wang", OFFICIAL);
    taskService().claim(draft, "wang");
    as("wang", "gov410500Finance");
    mayNot();
    assertThatCode(() -> taskService().setAssignee(draft, null)).as("it may be given back").doesNotThrowAnyException();
  }

  @Test
  void noRightOfTheEngineStandsInForTheGroup() {
    asApplication();
    Authorization all = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    all.setUserId("wang");
    all.setResource(Resources.TASK);
    all.setResourceId(Authorization.ANY);
    all.addPermission(Permissions.ALL);
    authorizationService().saveAuthorization(all);
    try {
      as("wang", "camunda-admin");
      mayNot();
      assertThatThrownBy(() -> taskService().claim(draft, "wang")).isInstanceOf(AuthorizationException.class);
      as("wang", "gov410700");
      mayNot();
      assertThatThrownBy(() -> taskService().claim(draft, "wang")).isInstanceOf(AuthorizationException.class);
    } finally {
      asApplication();
      authorizationService().deleteAuthorization(all.getId());
    }
    assertThat(task().getAssignee()).isNull();
  }

  @Test
  void nobodyTakesATaskOnForSomebodyElse() {
    assertThatThrownBy(() -> taskService().claim(draft, "wang")).isInstanceOf(AuthorizationException.class).hasMessageContaining("转办");
    assertThatThrownBy(() -> taskService().setAssignee(draft, "wang")).isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("转办");
    assertThatThrownBy(() -> taskService().setAssignee(draft, OFFICIAL)).isInstanceOf(AuthorizationException.class);
    taskService().claim(draft, OFFICIAL);
    as("li", OFFICIAL);
    assertThatThrownBy(() -> taskService().setAssignee(draft, null)).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> taskService().claim(draft, null)).isInstanceOf(AuthorizationException.class);
    asApplication();
    assertThat(task().getAssignee()).isEqualTo(OFFICIAL);
    assertThatCode(() -> taskService().setAssignee(draft, "li")).as("the application hands on").doesNotThrowAnyException();
  }

  private Task task() {
    return taskService().createTaskQuery().taskId(draft).singleResult();
  }

  private void mayNot() {
    Stream
        .<ThrowingCallable>of(() -> taskService().complete(draft, Map.of()),
            () -> taskService().completeWithVariablesInReturn(draft, Map.of(), false), () -> taskService().resolveTask(draft),
            () -> formService().submitTaskForm(draft, Map.of()),
            () -> formService().submitTaskFormWithVariablesInReturn(draft, Map.of(), false))
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class).hasMessageContaining("不在办理该任务的组里"));
  }
}
