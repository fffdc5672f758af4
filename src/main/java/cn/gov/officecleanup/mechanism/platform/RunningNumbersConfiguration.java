package cn.gov.officecleanup.mechanism.platform;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Running numbers come from the application's own database. */
@Configuration(proxyBeanMethods = false)
class RunningNumbersConfiguration {

  @Bean
  RunningNumbers runningNumbers(JdbcConnectionDetails database) {
    return new RunningNumbers(new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
  }
}
