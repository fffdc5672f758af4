package cn.gov.officecleanup.mechanism.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.testkit.BareCases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application is stopped before a deadline and started again long after it, with its real job executor, on the same database file. */
class DeadlineAfterRestartTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant BACK_AGAIN = Instant.parse("2026-04-09T01:00:00Z"); // 30 days after it was due

  @TempDir
  private Path folder;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void aTimerMissedFor30DaysFiresOnce() {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (ConfigurableApplicationContext application = start(false)) {
      application.getBean(RepositoryService.class).createDeployment().addClasspathResource("deadline/deadline-sample.bpmn").deploy();
      BareCases.enter(application.getBean(JdbcClient.class), List.of("QX-2026-0001"));
      application.getBean(RuntimeService.class).startProcessInstanceByKey("deadline-sample", "QX-2026-0001");
    }
    ClockUtil.setCurrentTime(Date.from(BACK_AGAIN));
    try (ConfigurableApplicationContext application = start(true)) {
      EscalationLedger ledger = application.getBean(EscalationLedger.class);
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !ledger.of("QX-2026-0001").isEmpty());
      // by the clock that stands still nothing is left to do soon, whichever of the missed timers the executor takes last
      ManagementService management = application.getBean(ManagementService.class);
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(management.createJobQuery().timers().executable().list()).isEmpty());
      assertThat(ledger.of("QX-2026-0001")).extracting(Escalation::kind, Escalation::round).containsExactly(tuple(Kind.MISS, 1));
      assertThat(management.createJobQuery().timers().list()).extracting(Job::getDuedate)
          .contains(Date.from(BACK_AGAIN.plus(Duration.ofDays(7))));
    }
  }

  private ConfigurableApplicationContext start(boolean jobExecutor) {
    return new SpringApplicationBuilder(OfficeCleanupApplication.class).web(WebApplicationType.NONE)
        .run("--spring.datasource.url=jdbc:h2:file:" + folder.resolve("database"), "--cleanup.admin.password=restart",
            "--camunda.bpm.process-engine-name=deadlineRestart", "--camunda.bpm.job-execution.enabled=" + jobExecutor);
  }
}
