package cn.gov.officecleanup.mechanism.platform.durability;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.ApplicationProcess;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Kills the application (SIGKILL) at random while officials' work is being acknowledged, and looks for that work afterwards, in the
 * database and at another system, which is told of every step that is done.
 */
class DurabilityIT {

  private static final Logger LOG = LoggerFactory.getLogger(DurabilityIT.class);
  private static final int KILLS = 3;
  private static final int KEY_LENGTH = 36;
  /** So small that the kills hit the compaction, too. */
  private static final DataSize COMPACT_ABOVE = DataSize.ofMegabytes(1);
  /** what the file may hold beside a multiple of its data, as the package says */
  private static final DataSize WASTE_WHILE_RUNNING = DataSize.ofMegabytes(32);
  private static final DataSize WASTE_OF_A_START = DataSize.ofMegabytes(8);

  /** within which work begins, and what waits is told */
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Random random = new Random();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger messages = new AtomicInteger();
  private HttpServer otherSystem;
  private long largest;

  @TempDir
  private Path folder;

  @BeforeEach
  void listen() throws IOException {
    otherSystem = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    otherSystem.createContext("/", exchange -> {
      told.add(new ObjectMapper().readTree(exchange.getRequestBody()).at("/data/caseNumber").asText());
      ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
      messages.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    otherSystem.start();
  }

  @AfterEach
  void listenNoMore() {
    otherSystem.stop(0);
  }

  @Test
  void killedApplicationLosesNoAcknowledgedCaseAndKeepsItsFileBounded() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      int before = acknowledged.size();
      workUntilKilled();
      assertThat(acknowledged).as("cases acknowledged before kill %d", kill).hasSizeGreaterThan(before);
    }
    long afterRestart = sizeAfterRestart();
    Set<String> stored = storedCases();
    long inDefaultFile = sizeInDefaultFile();
    LOG.info("{} cases acknowledged; file at most {} kB while running, {} kB after a restart, {} kB in a default file; {} messages",
        acknowledged.size(), largest / 1024, afterRestart / 1024, inDefaultFile / 1024, messages);

    assertThat(stored).containsAll(acknowledged);
    assertThat(told).as("cases of which another system was told").containsAll(acknowledged).isSubsetOf(stored);
    assertThat(ids).as("each step has its id, however often it is told").hasSameSizeAs(told);
    assertThat(largest).as("largest size while running").isLessThanOrEqualTo(3 * inDefaultFile + WASTE_WHILE_RUNNING.toBytes());
    assertThat(afterRestart).as("size after a restart").isLessThanOrEqualTo(2 * inDefaultFile + WASTE_OF_A_START.toBytes());
  }

  private void workUntilKilled() throws IOException {
    try (ApplicationProcess application = start(2)) {
      Timer killer = new Timer(true);
      // one that never gets to work is not waited for without end
      killer.schedule(killing(application), PATIENCE.toMillis());
      boolean working = false;
      for (String line = application.line(); line != null; line = application.line()) {
        // a line that the kill cut short has acknowledged nothing
        if (line.startsWith(CaseStarter.ACKNOWLEDGED) && line.length() == CaseStarter.ACKNOWLEDGED.length() + KEY_LENGTH) {
          acknowledged.add(line.substring(CaseStarter.ACKNOWLEDGED.length()));
          // however slow the machine is, there is work to be killed
          if (!working) {
            killer.schedule(killing(application), random.nextInt(300, 2000));
          }
          working = true;
        }
        largest = Math.max(largest, Files.size(file()));
      }
      killer.cancel();
    }
  }

  private static TimerTask killing(ApplicationProcess application) {
    return new TimerTask() {
      @Override
      public void run() {
        application.kill();
      }
    };
  }

  private long sizeAfterRestart() throws IOException {
    try (ApplicationProcess application = start(0)) {
      long size = Files.size(file());
      Instant until = Instant.now().plus(PATIENCE);
      while (!told.containsAll(acknowledged) && Instant.now().isBefore(until)) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      return size;
    }
  }

  private ApplicationProcess start(int threads) throws IOException {
    return new ApplicationProcess(CaseStarter.class, folder.resolve("database"), List.of(String.valueOf(threads)),
        "--cleanup.h2.compact-above=" + COMPACT_ABOVE.toBytes() + "B", "--cleanup.events.allow-http=true",
        "--cleanup.events.look-every=100ms", "--cleanup.events.receivers.other.url=http://127.0.0.1:" + otherSystem.getAddress().getPort(),
        "--cleanup.events.receivers.other.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  private Path file() {
    return folder.resolve("database.mv.db");
  }

  private Set<String> storedCases() throws SQLException {
    Set<String> cases = new HashSet<>();
    try (Connection connection = connect("database");
        Statement statement = connection.createStatement();
        ResultSet rows = statement
            .executeQuery("select i.BUSINESS_KEY_ from ACT_HI_PROCINST i join ACT_RU_TASK t on t.PROC_INST_ID_ = i.PROC_INST_ID_")) {
      while (rows.next()) {
        cases.add(rows.getString(1));
      }
    }
    return cases;
  }

  /** Size, in bytes, of a file that H2 writes of the same data with its default settings. */
  private long sizeInDefaultFile() throws SQLException, IOException {
    Path script = folder.resolve("script.sql");
    try (Connection connection = connect("database"); Statement statement = connection.createStatement()) {
      statement.execute("script to '" + script + "'");
    }
    try (Connection connection = connect("default"); Statement statement = connection.createStatement()) {
      statement.execute("runscript from '" + script + "'");
    }
    return Files.size(folder.resolve("default.mv.db"));
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(database), "sa", "");
  }
}
