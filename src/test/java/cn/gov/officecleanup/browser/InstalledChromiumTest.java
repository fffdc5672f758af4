package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.testkit.Machine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledChromiumTest {

  @TempDir
  private Path folder;

  private final FakeMachine machine = new FakeMachine();

  @Test
  void takesTheBrowserOnThePath() throws IOException {
    Path browser = executable("google-chrome");
    machine.environment.put("PATH", "/nowhere:" + folder);
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(browser);
    assertThat(machine.ran).containsOnly("fc-list :lang=zh");
  }

  @Test
  void takesTheBrowserInAUsualPlace() throws IOException {
    machine.usualPlaces.add(executable("chrome"));
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(folder.resolve("chrome"));
  }

  @Test
  void theEnvironmentComesFirst() throws IOException {
    machine.usualPlaces.add(executable("chrome"));
    machine.environment.put("CHROMIUM", executable("mine").toString());
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(folder.resolve("mine"));
  }

  @Test
  void saysThatTheEnvironmentNamesNoBrowser() {
    machine.environment.put("CHROMIUM", folder.resolve("none").toString());
    assertThatThrownBy(() -> new InstalledChromium(machine).executable()).hasMessageContaining("CHROMIUM names " + folder.resolve("none"));
  }

  @Test
  void saysWhatToInstallWhereItMayNotInstall() {
    assertThatThrownBy(() -> new InstalledChromium(machine).executable()).hasMessageContaining("apt-get install chromium");
    assertThat(machine.ran).noneMatch(command -> command.startsWith("apt-get"));
  }

  @Test
  void installsWhatIsMissingAsRootOnDebian() {
    machine.installsPackages = true;
    machine.fonts = "";
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(folder.resolve("chromium"));
    assertThat(machine.ran).containsSubsequence("apt-get update", "apt-get install -y chromium-headless-shell fonts-noto-cjk");
    assertThat(machine.ran).doesNotContain("apt-get install -y chromium fonts-noto-cjk");
  }

  @Test
  void installsTheWholeBrowserWhereTheShellIsNoPackage() {
    machine.installsPackages = true;
    machine.hasShell = false;
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(folder.resolve("chromium"));
    assertThat(machine.ran).containsSubsequence("apt-get install -y chromium-headless-shell", "apt-get install -y chromium");
  }

  @Test
  void takesTheShellBeforeTheWholeBrowser() throws IOException {
    executable("chromium");
    Path other = Files.createDirectory(folder.resolve("other"));
    Path shell = executable("other/chromium-headless-shell");
    machine.environment.put("PATH", folder + File.pathSeparator + other);
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(shell);
  }

  @Test
  void installsAFontForChineseAlone() throws IOException {
    machine.installsPackages = true;
    machine.fonts = "";
    machine.usualPlaces.add(executable("chrome"));
    assertThat(new InstalledChromium(machine).executable()).isEqualTo(folder.resolve("chrome"));
    assertThat(machine.ran).contains("apt-get install -y fonts-noto-cjk");
  }

  @Test
  void saysWhatCouldNotBeInstalled() {
    machine.installsPackages = true;
    machine.offline = true;
    assertThatThrownBy(() -> new InstalledChromium(machine).executable())
        .hasMessageContaining("run apt-get update && apt-get install -y chromium");
  }

  private Path executable(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private class FakeMachine implements Machine {

    private final Map<String, String> environment = new HashMap<>();
    private final List<Path> usualPlaces = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private boolean installsPackages;
    private boolean offline;
    private boolean hasShell = true;
    private String fonts = "/usr/share/fonts/a.ttc: A";

    @Override
    public Map<String, String> environment() {
      return environment;
    }

    @Override
    public List<Path> usualPlaces() {
      return usualPlaces;
    }

    @Override
    public boolean installsPackages() {
      return installsPackages;
    }

    @Override
    public Optional<String> run(String... command) {
      String line = String.join(" ", command);
      ran.add(line);
      if (line.startsWith("apt-get install") && line.contains("headless-shell") && !hasShell) {
        return Optional.empty();
      }
      if (line.startsWith("apt-get install") && !offline) {
        fonts = "/usr/share/fonts/installed.ttc: B";
        if (line.contains(" chromium")) {
          try {
            usualPlaces.add(executable("chromium"));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        }
      }
      return command[0].equals("fc-list") ? Optional.of(fonts) : offline ? Optional.empty() : Optional.of("");
    }
  }
}
