package cn.gov.officecleanup.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application in a process of its own on a database file, to be killed. Its main class prints {@link #READY} once it has started. */
public final class ApplicationProcess implements AutoCloseable {

  /** the line that says it has started */
  public static final String READY = "ready";

  private final Process process;
  private final BufferedReader out;

  /**
   * Starts it and waits until it has started.
   *
   * @param main a class of the tests that starts the application with the arguments it is given
   * @param database path of the database file without ending
   * @param arguments of the main class, before those of the application
   * @throws AssertionError with what it printed when it does not start
   */
  public ApplicationProcess(Class<?> main, Path database, List<String> arguments, String... properties) throws IOException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--spring.datasource.url=jdbc:h2:file:" + database, "--server.address=127.0.0.1", "--server.port=0",
        "--cleanup.passwords.iterations=1000", "--cleanup.admin.password=a-password-for-this-test", "--logging.level.root=warn"));
    command.addAll(List.of(properties));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder log = new StringBuilder();
    for (String line = line(); !READY.equals(line); line = line()) {
      if (line == null) {
        throw new AssertionError("the application did not start:\n" + log);
      }
      log.append(line).append('\n');
    }
  }

  /** @return the next line it prints; null once it has ended */
  public String line() throws IOException {
    return out.readLine();
  }

  /** Kills it (SIGKILL). {@link Process#destroyForcibly} would also close the pipe, and with it lose the last lines. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  /** Kills it, if it has not ended, and waits for its end. */
  @Override
  public void close() throws IOException {
    kill();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.close();
  }
}
