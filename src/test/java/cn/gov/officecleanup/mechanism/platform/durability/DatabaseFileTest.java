package cn.gov.officecleanup.mechanism.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class DatabaseFileTest {

  private static final DataSize BOUND = DataSize.ofMegabytes(4);

  @TempDir
  private Path folder;

  @Test
  void fileStaysBoundedThoughManyTimesAsMuchIsWritten() throws Exception {
    long largest = 0;
    try (DatabaseFile ignored = open(url()); Connection connection = connect()) {
      createTable(connection);
      while (written(connection) < 15 * BOUND.toBytes()) {
        insert(connection, 20, 100);
        largest = Math.max(largest, Files.size(file()));
      }
    }

    assertThat(largest).isLessThan(3 * BOUND.toBytes());
  }

  @Test
  void documentsLargerThanACompactionStepDoNotStopTheCompaction() throws Exception {
    long largest = 0;
    try (DatabaseFile ignored = open(url()); Connection connection = connect()) {
      createTable(connection);
      insert(connection, 1, 2 * DataSize.ofMegabytes(1).toBytes());
      while (written(connection) < 15 * BOUND.toBytes()) {
        insert(connection, 20, 100);
        largest = Math.max(largest, Files.size(file()));
      }
    }

    assertThat(largest).isLessThan(4 * BOUND.toBytes());
  }

  @Test
  void wasteIsGoneAfterARestart() throws Exception {
    try (Connection connection = DriverManager.getConnection(url() + ";WRITE_DELAY=0", "sa", "");
        Statement statement = connection.createStatement()) {
      createTable(connection);
      insert(connection, 400, 100);
      statement.execute("shutdown immediately");
    }
    long before = Files.size(file());

    try (DatabaseFile ignored = open(url()); Connection connection = connect()) {
      assertThat(Files.size(file())).isLessThan(before / 4);
      assertThat(rows(connection)).isEqualTo(400);
    }
  }

  @Test
  void everyConnectionWritesBeforeItAcknowledges() throws Exception {
    try (DatabaseFile ignored = open(url()); Connection connection = connect()) {
      createTable(connection);
      insert(connection, 1, 100);
      // what a kill would leave behind
      Files.copy(file(), folder.resolve("killed.mv.db"));
    }

    try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("killed"), "sa", "")) {
      assertThat(rows(connection)).isEqualTo(1);
    }
  }

  @Test
  void settingThatLosesCommitsIsRefused() {
    assertThatThrownBy(() -> open(url() + ";WRITE_DELAY=500")).isInstanceOf(SQLException.class).hasMessageContaining("WRITE_DELAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:unguarded", "jdbc:h2:tcp://127.0.0.1/unguarded"})
  void databaseElsewhereIsNotGuarded(String url) {
    application(url).run(context -> assertThat(context).doesNotHaveBean(DatabaseFile.class));
  }

  @Test
  void databaseInAFileIsGuardedBeforeThePoolOpensIt() {
    application(url()).run(context -> assertThat(context.getBeanFactory().getDependenciesForBean("dataSource")).contains("databaseFile"));
  }

  private static ApplicationContextRunner application(String url) {
    return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
        .withUserConfiguration(DatabaseFileConfiguration.class, Properties.class)
        .withPropertyValues("spring.datasource.url=" + url, "spring.datasource.username=sa");
  }

  @EnableConfigurationProperties(DatabaseFileProperties.class)
  static class Properties {
  }

  private static DatabaseFile open(String url) throws SQLException {
    return new DatabaseFile(url, "sa", "", new DatabaseFileProperties(BOUND, Duration.ofMillis(20)));
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("database");
  }

  private Path file() {
    return folder.resolve("database.mv.db");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "sa", "");
  }

  private static void createTable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table office (id uuid primary key, name varchar, content blob)");
      statement.execute("create index office_name on office (name)");
    }
  }

  /** Each row is a commit of its own. */
  private static void insert(Connection connection, int rows, long contentLength) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("insert into office values (?, ?, ?)")) {
      for (int i = 0; i < rows; i++) {
        statement.setObject(1, UUID.randomUUID());
        statement.setString(2, UUID.randomUUID().toString());
        byte[] content = new byte[Math.toIntExact(contentLength)];
        statement.setBytes(3, content);
        statement.executeUpdate();
      }
    }
  }

  private static int rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet count = statement.executeQuery("select count(*) from office")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** Bytes that H2 has written to the file since it opened it. */
  private static long written(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet setting = statement
            .executeQuery("select setting_value from information_schema.settings where setting_name = 'info.FILE_WRITE_BYTES'")) {
      setting.next();
      return setting.getLong(1);
    }
  }
}
