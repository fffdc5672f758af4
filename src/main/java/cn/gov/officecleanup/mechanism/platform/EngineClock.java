package cn.gov.officecleanup.mechanism.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of the application: it reads the engine's clock, so that a rehearsal which moves the engine's time moves everything. Days
 * and deadlines are counted in Asia/Shanghai.
 */
@Component
public class EngineClock extends Clock {

  /** The time zone in which days begin and deadlines end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ZoneId zone;

  public EngineClock() {
    this(ZONE);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
