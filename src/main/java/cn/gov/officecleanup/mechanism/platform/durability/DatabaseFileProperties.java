package cn.gov.officecleanup.mechanism.platform.durability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How far the file of the embedded H2 database may grow. Without effect on any other database.
 *
 * @param compactAbove while the application runs, the file is compacted in the background as soon as it is both larger than this and than
 * three times the data in it; below it, waste is left alone. Above zero; 64 MB unless set. Smaller costs more rewriting under load, larger
 * more disk.
 * @param compactEvery pause between two steps of that compaction; commits wait while a step runs, usually for less than 100 ms. At least 1
 * ms; 100 ms unless set. A longer pause makes each step longer and the file overshoot more.
 */
@ConfigurationProperties("cleanup.h2")
record DatabaseFileProperties(@DefaultValue("64MB") DataSize compactAbove, @DefaultValue("100ms") Duration compactEvery) {

  DatabaseFileProperties {
    Assert.isTrue(compactAbove.toBytes() > 0, "cleanup.h2.compact-above must be above zero");
    Assert.isTrue(compactEvery.toMillis() > 0, "cleanup.h2.compact-every must be at least 1ms");
  }
}
