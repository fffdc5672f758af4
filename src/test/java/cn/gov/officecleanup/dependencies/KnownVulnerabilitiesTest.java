package cn.gov.officecleanup.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Nothing that the application is built or tested with is of a version that is known to be vulnerable, as far as
 * {@code vulnerabilities.csv} knows. Asks no server: the versions are read from the paths of the class path, where they lie as in Maven's
 * repository.
 */
class KnownVulnerabilitiesTest {

  private static final String LIST = "dependencies/vulnerabilities.csv";

  /** @param artifact group and name, e.g. {@code com.h2database:h2}; @param mendedIn the first version without it */
  private record Vulnerability(String artifact, Version mendedIn, String name) {

    static Vulnerability of(String line) {
      String[] parts = line.split(",");
      return new Vulnerability(parts[0], Version.parse(parts[1]), parts[2]);
    }

    /** @return version of the artifact, if the jar is of it */
    Optional<String> versionIn(Path jar) {
      String[] names = artifact.split(":");
      Path ofArtifact = jar.getParent().getParent();
      return ofArtifact != null && ofArtifact.endsWith(Path.of(names[0].replace('.', '/'), names[1]))
          ? Optional.of(jar.getParent().getFileName().toString())
          : Optional.empty();
    }

    Optional<String> foundIn(Path jar) {
      return versionIn(jar).filter(version -> Version.parse(version).compareTo(mendedIn) < 0)
          .map(version -> "%s %s: %s, mended in %s".formatted(artifact, version, name, mendedIn));
    }
  }

  @Test
  void nothingKnownToBeVulnerableIsUsed() throws IOException {
    List<Path> jars = jars();
    assertThat(vulnerabilities().stream().flatMap(known -> jars.stream().map(known::foundIn).flatMap(Optional::stream)).toList()).isEmpty();
  }

  @Test
  void theListMeetsWhatIsUsed() throws IOException {
    List<Path> jars = jars();
    assertThat(vulnerabilities().stream().filter(known -> jars.stream().anyMatch(jar -> known.versionIn(jar).isPresent())).count())
        .as("else the class path is not laid out as this test reads it")
        .isGreaterThan(30);
  }

  @Test
  void anOlderVersionIsFound() {
    Vulnerability known = Vulnerability.of("org.apache.commons:commons-lang3,3.18.0,CVE-2025-48924");
    assertThat(known.foundIn(jar("3.17.0")))
        .hasValueSatisfying(told -> assertThat(told).contains("commons-lang3 3.17.0", "CVE-2025-48924"));
    assertThat(known.foundIn(jar("3.9"))).isPresent();
    assertThat(known.foundIn(jar("3.18.0"))).isEmpty();
    assertThat(known.foundIn(jar("3.22.0"))).isEmpty();
  }

  private static Path jar(String version) {
    return Path.of("repository/org/apache/commons/commons-lang3", version, "commons-lang3-%s.jar".formatted(version));
  }

  private static List<Path> jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  private static List<Vulnerability> vulnerabilities() throws IOException {
    return new ClassPathResource(LIST).getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Vulnerability::of)
        .toList();
  }
}
