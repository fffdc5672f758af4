package cn.gov.officecleanup.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code .github/SECURITY.md} says is shown by a test is shown by one that exists; a point that nothing shows says so. */
class SecurityStatementTest {

  private static final Path STATEMENT = Path.of(".github", "SECURITY.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern SHOWN = Pattern.compile(TEST.pattern() + "|\\bopen\\b");
  private static final List<String> POINTS = List.of("身份鉴别", "访问控制", "安全审计", "入侵防范", "恶意代码防范", "可信验证", "数据完整性", "数据保密性", "数据备份恢复", "剩余信息保护",
      "个人信息保护");

  @Test
  void everyTestItNamesExists() throws IOException {
    Set<String> existing;
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      existing = files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", "")).collect(Collectors.toSet());
    }
    assertThat(TEST.matcher(Files.readString(STATEMENT)).results().map(match -> match.group(1)).toList()).isNotEmpty().isSubsetOf(existing);
  }

  @Test
  void everyPointIsShownOrOpen() throws IOException {
    List<String> rows = Files.readAllLines(STATEMENT).stream().filter(line -> line.startsWith("| 8.1.4.")).toList();
    assertThat(rows).allSatisfy(row -> assertThat(row.substring(row.lastIndexOf('|', row.length() - 2))).containsPattern(SHOWN));
    assertThat(POINTS).allSatisfy(point -> assertThat(rows).anyMatch(row -> row.contains(point)));
  }

  @Test
  void theReadmeLeadsToIt() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("(.github/SECURITY.md)");
  }
}
