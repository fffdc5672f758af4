package cn.gov.officecleanup.mechanism.platform.durability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.unit.DataSize;

/**
 * The file of the embedded H2 database: loses no acknowledged commit when the process is killed, and stays bounded.
 *
 * <p>
 * By default H2 acknowledges a commit up to half a second before it reaches the file. {@code WRITE_DELAY=0} writes it first; but then every
 * commit leaves about 100 kB behind, nearly all of it soon outdated, and H2's own background compaction does not run. So this class is the
 * first to open the database (with that setting), compacts the file before anybody else uses it, keeps one connection so that the database
 * stays open, and compacts in small steps while the application works.
 *
 * <p>
 * Outdated parts of the file are overwritten only after H2's retention time of 45 s, which protects against a power failure that reorders
 * writes; while the file is over its bound they are overwritten at once.
 */
final class DatabaseFile implements AutoCloseable {

  /** Share of the file, in percent, below which it is worth compacting at the start. */
  private static final int MIN_FILL_RATE = 50;
  /** How many times its data the file may be while running; fewer would cost much more rewriting. */
  private static final int MOST_PER_DATA = 3;
  /** In about how many steps a file is brought below its bound. */
  private static final int STEPS = 8;
  /** Live data, in bytes, that one step moves at first; a step that finds nothing small enough to move tries twice as much. */
  private static final int SMALLEST_STEP = 256 * 1024;
  /** H2 writes larger transactions in pieces below this size, so there is always something to move. */
  private static final int LARGEST_STEP = 64 * 1024 * 1024;
  /** A smaller file is not worth the time that compacting takes at the start. */
  private static final long SMALLEST_WORTH_COMPACTING = DataSize.ofMegabytes(1).toBytes();

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

  private final String url;
  private final Properties settings = new Properties();
  private final long compactAbove;
  private final ScheduledExecutorService compaction = Executors
      .newSingleThreadScheduledExecutor(new CustomizableThreadFactory("h2-compaction-"));

  private Connection connection;
  private MVStore store;
  private int smallestStep = SMALLEST_STEP;

  /**
   * Opens the database and compacts its file.
   *
   * @param url JDBC URL of an H2 database in a file; must not ask for another WRITE_DELAY than 0
   * @param user database user, created by H2 with the file; needs administrator rights in the database; null for none
   * @param password that user's password; null for none
   * @throws SQLException if the database cannot be opened, also when the URL asks for another WRITE_DELAY
   */
  DatabaseFile(String url, String user, String password, DatabaseFileProperties properties) throws SQLException {
    this.url = url;
    this.compactAbove = properties.compactAbove().toBytes();
    settings.setProperty("user", Objects.requireNonNullElse(user, ""));
    settings.setProperty("password", Objects.requireNonNullElse(password, ""));
    settings.setProperty("WRITE_DELAY", "0");
    // the application closes the database when its work is done; H2 would do it as soon as the process is asked to stop
    settings.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
    open();
    compactWhole();
    long pause = properties.compactEvery().toMillis();
    compaction.scheduleWithFixedDelay(this::compactStep, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void open() throws SQLException {
    connection = DriverManager.getConnection(url, settings);
    store = ((SessionLocal) connection.unwrap(JdbcConnection.class).getSession()).getDatabase().getStore().getMvStore();
  }

  /** Writes the file anew if most of it is waste, as after a kill. The old file stays until the new one is complete. */
  private void compactWhole() throws SQLException {
    FileStore<?> file = store.getFileStore();
    long before = file.size();
    if (before < SMALLEST_WORTH_COMPACTING || fillRate(file) >= MIN_FILL_RATE || usedByOthers()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    }
    open();
    LOG.info("Compacted the database file from {} kB to {} kB", before / 1024, store.getFileStore().size() / 1024);
  }

  private boolean usedByOthers() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
      sessions.next();
      return sessions.getInt(1) > 1;
    }
  }

  /** Moves a little live data out of the parts of the file that are mostly waste, whose space commits can then use again. */
  private void compactStep() {
    try {
      if (store.isClosed()) {
        // H2 closes a database it could not write to, e.g. with the disk full; the next connection opens it again
        open();
      }
      FileStore<?> file = store.getFileStore();
      long used = file.size() / 100 * file.getFillRate();
      long excess = used - Math.max(compactAbove, MOST_PER_DATA * (used / 100 * file.getChunksFillRate()));
      store.setRetentionTime(excess > 0 ? 0 : file.getDefaultRetentionTime());
      if (excess > 0) {
        // the more the file is over, the more is moved, until commits, which wait for it, write no more than it frees
        int step = (int) Math.min(LARGEST_STEP, Math.max(smallestStep, excess / STEPS));
        store.executeFilestoreOperation(() -> smallestStep = store.compact(100, step) ? SMALLEST_STEP : Math.min(2 * step, LARGEST_STEP));
        store.commit();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("The database file could not be compacted, will try again", e);
    }
  }

  /** Percentage of the file that is data in use. */
  private static int fillRate(FileStore<?> file) {
    return file.getFillRate() * file.getChunksFillRate() / 100;
  }

  /** Stops the compaction; the database closes with its last connection, which is this one if the pool is closed already. */
  @Override
  public void close() throws SQLException {
    compaction.shutdown();
    try {
      compaction.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }
}
