package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * How many whole days the demo is ahead of the real time: the engine's clock, which {@link EngineClock} reads, goes on by so much. It is
 * kept beside the cases, in the engine's own properties, so that after a restart their dates do not lie in the future. Sessions go by the
 * real clock and notice nothing; a lock of a sign-in is over when its minutes are, be they only passed over.
 */
@Component
@SampleOfHenan
class SampleClock extends AbstractProcessEnginePlugin {

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

  private static void put(int days) {
    ClockUtil.offset(Duration.ofDays(days).toMillis());
  }
}
