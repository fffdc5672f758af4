package cn.gov.officecleanup.mechanism.platform.durability;

import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Guards the database file when {@code spring.datasource.url} names an H2 database in a file; does nothing for any other database. The
 * guard opens the database before the connection pool does, so what it sets holds for the engine, Liquibase and everybody else, and closes
 * it after the pool.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseFileConfiguration.OnH2File.class)
class DatabaseFileConfiguration {

  @Bean
  DatabaseFile databaseFile(DataSourceProperties dataSource, DatabaseFileProperties properties) throws SQLException {
    return new DatabaseFile(dataSource.determineUrl(), dataSource.determineUsername(), dataSource.determinePassword(), properties);
  }

  @Bean
  static AbstractDependsOnBeanFactoryPostProcessor dataSourceDependsOnDatabaseFile() {
    return new AbstractDependsOnBeanFactoryPostProcessor(DataSource.class, DatabaseFile.class) {
    };
  }

  static final class OnH2File implements Condition {

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:|zip:).+");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return H2_FILE.matcher(context.getEnvironment().getProperty("spring.datasource.url", "")).matches();
    }
  }
}
