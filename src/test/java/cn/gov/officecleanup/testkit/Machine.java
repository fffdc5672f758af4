package cn.gov.officecleanup.testkit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the operating system that tests need which drive another program. */
public interface Machine {

  /** held while packages are installed */
  Path APT_GET = Path.of("target", "apt-get.lock");

  Map<String, String> environment();

  /** @return where the program mostly lies */
  List<Path> usualPlaces();

  /** @return whether packages can be installed here without asking anybody */
  boolean installsPackages();

  /** @return what the command printed; empty when it cannot be run or fails */
  Optional<String> run(String... command);

  /** @return the machine that the tests run on */
  static Machine here(List<Path> usualPlaces) {
    return new Machine() {

      @Override
      public Map<String, String> environment() {
        return System.getenv();
      }

      @Override
      public List<Path> usualPlaces() {
        return usualPlaces;
      }

      @Override
      public boolean installsPackages() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/etc/debian_version"));
      }

      @Override
      public Optional<String> run(String... command) {
        // tests run in two processes, and apt-get fails where another holds its lists
        try (FileChannel lock = command[0].equals("apt-get") ? FileChannel.open(APT_GET, CREATE, WRITE) : null) {
          if (lock != null) {
            lock.lock();
          }
          ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
          builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
          Process process = builder.start();
          process.getOutputStream().close();
          String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
          // no such program here
          return Optional.empty();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new UncheckedIOException(new IOException("interrupted while running " + command[0], e));
        }
      }
    };
  }
}
