package cn.gov.officecleanup.edge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.EngineTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@EngineTest
class SampleClockTest {

  private static final String DAYS_AHEAD = "cleanup.demo.days-ahead";

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private ManagementService management;
  @Autowired
  private ApplicationContext application;
  @Autowired
  private Clock clock;

  @AfterEach
  void forget() {
    management.deleteProperty(DAYS_AHEAD);
  }

  @Test
  void itIsAsFarAheadAfterARestartAsBefore() {
    SampleClock demo = new SampleClock();
    demo.nextDay(management);
    demo.nextDay(management);
    assertThat(daysAhead()).isEqualTo(2);
    ClockUtil.reset();
    assertThat(daysAhead()).isZero();
    new SampleClock().postProcessEngineBuild(engine);
    assertThat(daysAhead()).isEqualTo(2);
    assertThat(demo.daysAhead(management)).isEqualTo(2);
  }

  @Test
  void nobodyMovesTheClockOutsideOfTheDemo() {
    assertThat(application.getBeansOfType(SampleClock.class)).isEqualTo(Map.of());
    assertThat(application.getBeansOfType(FastForwarding.class)).isEqualTo(Map.of());
    assertThat(application.getBeansOfType(StartPage.class)).isEqualTo(Map.of());
  }

  private long daysAhead() {
    return Duration.between(Instant.now(), clock.instant().plusSeconds(60)).toDays();
  }
}
