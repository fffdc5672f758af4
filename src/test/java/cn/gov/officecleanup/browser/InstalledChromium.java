package cn.gov.officecleanup.browser;

import cn.gov.officecleanup.testkit.Machine;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the browser that tests drive, and a font for Chinese; installs what is missing where that can be done without asking, as root on a
 * Debian-like system.
 */
class InstalledChromium {

  static final String OVERRIDE = "CHROMIUM";

  /** the shell has no window of its own, which nobody looks at here, and does nothing for one: it comes first */
  private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
      "google-chrome-stable");
  private static final List<Path> USUAL_PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
      Path.of("/snap/bin/chromium"), Path.of("/opt/google/chrome/chrome"),
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
      Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"), Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"));
  private static final String BROWSER_PACKAGE = "chromium-headless-shell";
  /** of distributions that do not have the shell by itself */
  private static final String WHOLE_BROWSER_PACKAGE = "chromium";
  private static final String FONT_PACKAGE = "fonts-noto-cjk";

  private final Machine machine;

  InstalledChromium() {
    this(Machine.here(USUAL_PLACES));
  }

  InstalledChromium(Machine machine) {
    this.machine = machine;
  }

  /**
   * @return the browser's executable
   * @throws IllegalStateException saying what to install, where something is missing and could not be installed
   */
  Path executable() {
    List<String> missing = new ArrayList<>();
    if (find().isEmpty()) {
      missing.add(BROWSER_PACKAGE);
    }
    if (!showsChinese()) {
      missing.add(FONT_PACKAGE);
    }
    if (!missing.isEmpty() && machine.installsPackages()) {
      install(missing);
    }
    if (!showsChinese()) {
      throw new IllegalStateException("No font for Chinese is installed, pictures of pages and models would show empty boxes: install one "
          + "(Debian, Ubuntu: apt-get install " + FONT_PACKAGE + ").");
    }
    return find().orElseThrow(() -> new IllegalStateException(
        "No Chromium or Chrome is installed, the tests in a browser need one: " + "install it (Debian: apt-get install "
            + WHOLE_BROWSER_PACKAGE + ") or set the environment variable " + OVERRIDE + " to its executable."));
  }

  private Optional<Path> find() {
    String override = machine.environment().get(OVERRIDE);
    if (override != null && !override.isBlank()) {
      Path chosen = Path.of(override);
      if (!Files.isExecutable(chosen)) {
        throw new IllegalStateException("The environment variable " + OVERRIDE + " names " + chosen + ", which is not an executable file.");
      }
      return Optional.of(chosen);
    }
    List<String> path = Arrays.stream(machine.environment().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .toList();
    Stream<Path> onPath = NAMES.stream().flatMap(name -> path.stream().map(folder -> Path.of(folder, name)));
    return Stream.concat(onPath, machine.usualPlaces().stream()).filter(Files::isExecutable).findFirst();
  }

  /** Only where fonts are fontconfig's can they be asked for; other systems bring fonts for Chinese along. */
  private boolean showsChinese() {
    return machine.run("fc-list", ":lang=zh").map(fonts -> !fonts.isBlank()).orElse(!machine.installsPackages());
  }

  private void install(List<String> packages) {
    List<String> whole = packages.stream().map(name -> name.equals(BROWSER_PACKAGE) ? WHOLE_BROWSER_PACKAGE : name).toList();
    if (machine.run("apt-get", "update").isEmpty() || !installed(packages) && !installed(whole)) {
      throw new IllegalStateException(
          "Could not install what the tests in a browser need: run apt-get update && apt-get install -y " + String.join(" ", whole) + ".");
    }
  }

  private boolean installed(List<String> packages) {
    List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y"));
    install.addAll(packages);
    return machine.run(install.toArray(String[]::new)).isPresent();
  }
}
