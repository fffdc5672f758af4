package cn.gov.henan.officecleanup.platform;

import static cn.gov.henan.officecleanup.testkit.EngineTests.as;
import static cn.gov.henan.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an official reads when the engine fails. */
@EngineTest
class ExplainingFailuresTest {

  @Autowired
  private ProcessEngineConfigurationImpl engine;

  @AfterEach
  void nobody() {
    asApplication();
  }

  @Test
  void anOfficialReadsANumberAndNoEnglish() {
    as("gov410300", "gov410300");
    fails(new IllegalStateException("column X not found"));
    fails(new ArithmeticException("/ by zero"));
  }

  @Test
  void whatIsGoneIsSaidToBeGone() {
    as("gov410300", "gov410300");
    assertThatThrownBy(() -> taskService().claim("no-such-task", "gov410300")).isInstanceOf(RefusedException.class).hasMessageContaining("请刷新");
  }

  @Test
  void whatIsMeantForTheOfficialStays() {
    as("gov410300", "gov410300");
    staysAsItIs(new RefusedException("X", "请补充。", "C3"));
    staysAsItIs(new IllegalStateException("wrapped", new RefusedException("X", "请补充。", "C3")));
    staysAsItIs(new AuthorizationException("not yours"));
  }

  @Test
  void theApplicationItselfSeesWhatHappened() {
    staysAsItIs(new IllegalStateException("column X not found"));
  }

  private void fails(RuntimeException exception) {
    assertThatThrownBy(() -> run(exception)).isInstanceOf(RefusedException.class).hasMessageMatching("系统出错.*编号[0-9A-F]{8}.*").hasCause(exception);
  }

  private void staysAsItIs(RuntimeException exception) {
    assertThatThrownBy(() -> run(exception)).isSameAs(exception);
  }

  private void run(RuntimeException exception) {
    CommandExecutor executor = engine.getCommandExecutorTxRequired();
    executor.execute(context -> {
      throw exception;
    });
  }
}
