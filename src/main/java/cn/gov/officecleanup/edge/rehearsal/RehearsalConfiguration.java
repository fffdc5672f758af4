package cn.gov.officecleanup.edge.rehearsal;

import java.util.Random;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** What is by chance in the application is by the seed in a rehearsal. */
@Configuration(proxyBeanMethods = false)
@Profile(Rehearsing.PROFILE)
class RehearsalConfiguration {

  @Bean
  @Primary
  Random seededChance(@Value("${" + Rehearsing.SEED + "}") long seed) {
    return new Random(seed);
  }
}
