package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.testkit.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Makes PDF of Word documents; installs LibreOffice, and a font for Chinese, where that can be done without asking. */
class InstalledLibreOffice {

  private static final List<String> PACKAGES = List.of("libreoffice-writer-nogui", "fonts-noto-cjk");

  private final Machine machine;

  InstalledLibreOffice() {
    this(Machine.here(List.of()));
  }

  InstalledLibreOffice(Machine machine) {
    this.machine = machine;
  }

  /** Puts a PDF beside each .docx of a folder; the test is aborted where LibreOffice is not here and cannot be installed. */
  void convert(Path folder) {
    if (!isThere() && machine.installsPackages() && machine.run("apt-get", "update").isPresent()) {
      List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
      install.addAll(PACKAGES);
      machine.run(install.toArray(String[]::new));
    }
    Assumptions.assumeTrue(isThere(),
        "LibreOffice with a font for Chinese is not installed, the rendered documents are not measured (Debian, Ubuntu: apt-get install "
            + String.join(" ", PACKAGES) + ").");
    List<String> command = new ArrayList<>(List.of("env", "FONTCONFIG_FILE=" + fonts(folder), "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", "pdf", "--outdir", folder.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toString).filter(file -> file.endsWith(".docx")).sorted().forEach(command::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    machine.run(command.toArray(String[]::new)).orElseThrow(() -> new IllegalStateException("LibreOffice fails: " + command));
  }

  /** The fonts that the standard names are sold; these take their place, for digits as well. */
  private static Path fonts(Path folder) {
    String serif = "Noto Serif CJK SC";
    String aliases = Map.of("仿宋_GB2312", serif, "仿宋", serif, "楷体_GB2312", serif, "宋体", serif, "方正小标宋简体", serif, "黑体", "Noto Sans CJK SC")
        .entrySet()
        .stream()
        .map(font -> """
          <match target="pattern">
            <test name="family"><string>%s</string></test>
            <edit name="family" mode="assign" binding="same"><string>%s</string></edit>
          </match>""".formatted(font.getKey(), font.getValue()))
        .collect(Collectors.joining());
    try {
      return Files.writeString(folder.resolve("fonts.conf"),
          "<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include>%s</fontconfig>".formatted(aliases));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isThere() {
    return machine.run("soffice", "--version").isPresent()
        && machine.run("fc-list", ":lang=zh").filter(fonts -> !fonts.isBlank()).isPresent();
  }
}
