package cn.gov.officecleanup.procedure.rotation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms of office; configuration with its source beside it, so that a correction is one line.
 *
 * @param termYears years in one office, 2 to 5
 * @param extensionYears years by which a term is extended once
 * @param mostYears years after which a term is over in any case
 * @param sensitiveYears most years in a post for finance, purchasing or reception
 * @param warnDays days before the last one on which the rotation begins
 * @param breakMonths months after which days in the office before do not count any more
 */
@ConfigurationProperties("cleanup.rotation")
record RotationProperties(@DefaultValue("3") int termYears, @DefaultValue("1") int extensionYears, @DefaultValue("6") int mostYears,
    @DefaultValue("5") int sensitiveYears, @DefaultValue("90") int warnDays, @DefaultValue("12") int breakMonths) {

  private static final int LEAST = 2;
  private static final int MOST = 5;

  RotationProperties {
    if (termYears < LEAST || termYears > MOST) {
      throw new IllegalArgumentException("cleanup.rotation.term-years：轮换任期应为%d年至%d年，现为%d年。".formatted(LEAST, MOST, termYears));
    }
  }
}
