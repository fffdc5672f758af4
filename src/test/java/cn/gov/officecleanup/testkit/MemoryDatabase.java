package cn.gov.officecleanup.testkit;

import cn.gov.officecleanup.mechanism.platform.RunningNumbers;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A database of a test's own in memory, with the application's schema and settings, without engine and web server. */
@TestConfiguration
@EnableTransactionManagement(proxyTargetClass = true) // as the application has it
public class MemoryDatabase {

  @Bean
  Province province() {
    return Henan.PROVINCE;
  }

  @Bean
  DataSource dataSource() {
    return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE", "sa", "");
  }

  @Bean
  SpringLiquibase liquibase(DataSource dataSource) {
    SpringLiquibase liquibase = new SpringLiquibase();
    liquibase.setDataSource(dataSource);
    liquibase.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
    liquibase.setChangeLogParameters(Map.of("governments", "db/data/governments.csv", "hotlines", "db/data/hotlines.csv"));
    return liquibase;
  }

  @Bean
  @DependsOn("liquibase")
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  @DependsOn("liquibase")
  RunningNumbers runningNumbers(DataSource dataSource) {
    return new RunningNumbers(dataSource);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new DataSourceTransactionManager(dataSource);
  }
}
