package cn.gov.officecleanup.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The formatter breaks code and comments, but no texts: these are broken by hand, so that no line is longer than a screen is wide. */
class LinesTest {

  private static final int LONGEST = 140;

  @Test
  void noLineIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).length() > LONGEST) {
            tooLong.add(file + ":" + (i + 1));
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }
}
