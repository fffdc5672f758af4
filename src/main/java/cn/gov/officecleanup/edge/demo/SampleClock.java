package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * How many whole days the demo is ahead of the real time: the engine's clock, which {@link EngineClock} reads, goes on by so much. It is
 * kept beside the cases, in the engine's own properties, so that after a restart their dates do not lie in the future. Sessions go by the
 * real clock and notice nothing; a lock of a sign-in is over when its minutes are, be they only passed over. Only while the sample is made
 * it goes back, to the years of which the sample tells.
 */
@Component
@SampleOfHenan
class SampleClock extends AbstractProcessEnginePlugin {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final String DAYS_AHEAD = "cleanup.demo.days-ahead";

  /** The clock is put ahead before anything else reads it. */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    int days = daysAhead(engine.getManagementService());
    if (days > 0) {
      put(days);
    }
  }

  int daysAhead(ManagementService management) {
    return Integer.parseInt(management.getProperties().getOrDefault(DAYS_AHEAD, "0"));
  }

  /** Puts the clock one day ahead, as long as the database lasts. */
  void nextDay(ManagementService management) {
    int days = daysAhead(management) + 1;
    management.setProperty(DAYS_AHEAD, String.valueOf(days));
    put(days);
  }

  /** Goes back to the morning of a past day, for what the sample says was done then; not later than now. To be followed by a return. */
  void goBackTo(LocalDate day) {
    long back = Duration.between(Instant.now(), day.atTime(MORNING).atZone(EngineClock.ZONE)).toMillis();
    ClockUtil.offset(Math.min(back, 0));
  }

  /** Returns from the past to the sample's time. */
  void comeBack(ManagementService management) {
    put(daysAhead(management));
  }

  private static void put(int days) {
    ClockUtil.offset(Duration.ofDays(days).toMillis());
  }
}
