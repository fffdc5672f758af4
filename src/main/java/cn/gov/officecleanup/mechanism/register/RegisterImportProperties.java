package cn.gov.officecleanup.mechanism.register;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the register is imported.
 *
 * @param portion most rows that one transaction keeps, from 1
 */
@ConfigurationProperties("cleanup.register-import")
public record RegisterImportProperties(int portion) {

  public RegisterImportProperties {
    if (portion < 1) {
      throw new IllegalArgumentException("cleanup.register-import.portion is at least 1, not " + portion);
    }
  }
}
