package cn.gov.henan.officecleanup.testkit;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;

import cn.gov.henan.officecleanup.platform.EngineClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** What tests on the engine do over and over, beside camunda-bpm-assert's own {@code BpmnAwareTests}. */
public final class EngineTests {

  private static final int MOST_ROUNDS = 100;

  private EngineTests() {
  }

  /**
   * Everything that follows in this test is done by this person.
   *
   * @param groups groups the person acts in; none: those the engine knows for the user
   */
  public static void as(String user, String... groups) {
    identityService().clearAuthentication();
    List<String> acting = groups.length > 0 ? List.of(groups)
        : identityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    identityService().setAuthentication(user, acting);
  }

  /** Everything that follows in this test is done by the application itself, as by its timers. */
  public static void asApplication() {
    identityService().clearAuthentication();
  }

  /** Stops the engine's clock, and so the application's, at a moment in Henan. */
  public static void itIs(LocalDateTime moment) {
    ClockUtil.setCurrentTime(Date.from(moment.atZone(EngineClock.ZONE).toInstant()));
  }

  /**
   * Runs, as the job executor would, what is due by the engine's clock and whatever becomes due by that, until nothing is.
   *
   * @throws org.camunda.bpm.engine.ProcessEngineException what a job failed with, where one fails
   */
  public static void runDueJobs() {
    asApplication();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Job> due = managementService().createJobQuery().executable().list();
      if (due.isEmpty()) {
        return;
      }
      // one that ran before may have removed another of this list
      due.stream().filter(job -> managementService().createJobQuery().jobId(job.getId()).count() > 0)
          .forEach(job -> managementService().executeJob(job.getId()));
    }
    throw new AssertionError("jobs keep becoming due at " + Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()));
  }
}
