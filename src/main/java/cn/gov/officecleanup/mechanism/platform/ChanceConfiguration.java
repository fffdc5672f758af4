package cn.gov.officecleanup.mechanism.platform;

import java.security.SecureRandom;
import java.util.Random;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one source of chance, so that a rehearsal can put one in its place that can be repeated. */
@Configuration(proxyBeanMethods = false)
class ChanceConfiguration {

  /** @return chance that nobody can foresee */
  @Bean
  Random unforeseeableChance() {
    return new SecureRandom();
  }
}
