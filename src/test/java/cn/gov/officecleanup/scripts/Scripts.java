package cn.gov.officecleanup.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of the pages. */
final class Scripts {

  /** where Camunda's web applications look for them */
  static final Path FOLDER = Path.of("src/main/resources/META-INF/resources/webjars/camunda");

  private Scripts() {
  }

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
  }
}
