package cn.gov.officecleanup.mechanism.platform.durability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * Measures what H2 settings lose when the process is killed, and what they cost. Not a test; run its {@code main} from the test classpath.
 * Each run starts an engine in a child process that starts small cases in four threads and prints each case's key once the engine has
 * returned, is killed at random, and so on; then the file is opened once more as at a restart.
 *
 * <p>
 * Arguments: number of kills, seconds of work before the last kill of each round at most, then the settings to try: URL settings such as
 * {@code ";WRITE_DELAY=0"} ({@code ""} for the default), or {@code guarded:8MB} for {@link DatabaseFile} with that bound. Prints one row of
 * a Markdown table for each setting.
 */
public final class DatabaseFileBenchmark {

  private static final int THREADS = 4;
  private static final String GUARDED = "guarded:";
  private static final String READY = "ready";

  private DatabaseFileBenchmark() {
  }

  public static void main(String[] args) throws Exception {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    if ("child".equals(args[0])) {
      startCases(args[1], args[2]);
      return;
    }
    System.out.println(
        "| setting | acknowledged | lost | cases/s | longest wait, ms | kB/case | " + "largest while running, kB | after restart, kB |");
    for (int i = 2; i < args.length; i++) {
      System.out.println(measure(args[i], Integer.parseInt(args[0]), Integer.parseInt(args[1])));
    }
  }

  private static String measure(String setting, int kills, int seconds) throws Exception {
    Path folder = Files.createTempDirectory("h2-benchmark");
    Path file = folder.resolve("db.mv.db");
    Random random = new Random();
    Set<String> acknowledged = new HashSet<>();
    long largest = 0;
    long work = 0;
    long longest = 0;
    long grown = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process child = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
          DatabaseFileBenchmark.class.getName(), "child", folder.resolve("db").toString(), setting)
          .redirectError(folder.resolve("errors").toFile())
          .start();
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        for (String line = out.readLine(); !READY.equals(line); line = out.readLine()) {
          if (line == null) {
            throw new IllegalStateException(Files.readString(folder.resolve("errors")));
          }
        }
        long before = Files.size(file);
        long begin = System.nanoTime();
        Thread killer = new Thread(() -> {
          try {
            Thread.sleep(random.nextLong(seconds * 500L, seconds * 1000L));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          // Process.destroyForcibly would also close the pipe, and with it lose the last acknowledgements
          child.toHandle().destroyForcibly();
        });
        killer.start();
        int had = acknowledged.size();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          String[] keyAndWait = line.split(" ");
          if (keyAndWait.length == 2 && keyAndWait[0].length() == 36 && keyAndWait[1].endsWith(".")) {
            acknowledged.add(keyAndWait[0]);
            longest = Math.max(longest, Long.parseLong(keyAndWait[1].substring(0, keyAndWait[1].length() - 1)));
          }
          largest = Math.max(largest, Files.size(file));
        }
        work += System.nanoTime() - begin;
        if (kill == 0) {
          grown = (Files.size(file) - before) / 1024 / Math.max(1, acknowledged.size() - had);
        }
        killer.join();
      }
      child.waitFor();
    }
    Set<String> lost = new HashSet<>(acknowledged);
    long afterRestart;
    try (AutoCloseable guard = guard(folder.resolve("db").toString(), setting);
        Connection connection = DriverManager.getConnection(url(folder.resolve("db").toString(), setting), "sa", "")) {
      lost.removeAll(keys(connection));
      afterRestart = Files.size(file);
      try (Statement statement = connection.createStatement()) {
        // copies every page, so that it fails on any that cannot be read
        statement.execute("SHUTDOWN COMPACT");
      }
    }
    FileSystemUtils.deleteRecursively(folder);
    return "| `%s` | %d | %d | %d | %d | %d | %d | %d |".formatted(setting, acknowledged.size(), lost.size(),
        acknowledged.size() * 1_000_000_000L / work, longest, grown, largest / 1024, afterRestart / 1024);
  }

  private static void startCases(String database, String setting) throws Exception {
    guard(database, setting);
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url(database, setting));
    pool.setUsername("sa");
    pool.setPassword("");
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    engine.getRepositoryService()
        .createDeployment()
        .enableDuplicateFiltering(true)
        .name("case")
        .addModelInstance("case.bpmn",
            Bpmn.createExecutableProcess("case").startEvent().userTask("examine").camundaCandidateGroups("lead").endEvent().done())
        .deploy();
    System.out.println(READY);
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> {
        while (true) {
          String key = UUID.randomUUID().toString();
          long begin = System.nanoTime();
          engine.getRuntimeService().startProcessInstanceByKey("case", key, Map.of("office", "驻京办", "staff", 12, "rent", 12000.5));
          System.out.println(key + " " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + ".");
        }
      }).start();
    }
  }

  private static AutoCloseable guard(String database, String setting) throws SQLException {
    if (!setting.startsWith(GUARDED)) {
      return () -> {
      };
    }
    DataSize bound = DataSize.parse(setting.substring(GUARDED.length()));
    return new DatabaseFile(url(database, setting), "sa", "", new DatabaseFileProperties(bound, Duration.ofMillis(100)));
  }

  private static String url(String database, String setting) {
    return "jdbc:h2:file:" + database + (setting.startsWith(GUARDED) ? "" : setting);
  }

  private static Set<String> keys(Connection connection) throws SQLException {
    Set<String> keys = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select BUSINESS_KEY_ from ACT_HI_PROCINST")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }
}
