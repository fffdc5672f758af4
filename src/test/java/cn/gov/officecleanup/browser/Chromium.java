package cn.gov.officecleanup.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives test methods a {@link BrowserWindow} of a headless Chromium, set up as an official's browser in Henan. The browser is started once
 * for all tests; each window is a session of its own, closed after the test. What a window showed when its test failed is kept as a
 * picture.
 */
public class Chromium implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");
  private static final double PATIENCE_MILLIS = 90_000;
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BrowserWindow.class;
  }

  @Override
  public BrowserWindow resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    BrowserContext session = running.browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
        .setTimezoneId("Asia/Shanghai")
        .setViewportSize(1600, 1000)
        .setAcceptDownloads(true));
    // the first page of an application that has just been started, where two are tested at once, takes its time
    session.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    List<BrowserWindow> windows = windows(context);
    String test = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
    Path folder = emptied(SCREENSHOTS.resolve(windows.isEmpty() ? test : test + "-" + (windows.size() + 1)));
    BrowserWindow window = new BrowserWindow(session.newPage(), folder);
    windows.add(window);
    return window;
  }

  private static Path emptied(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove pictures of an earlier run, " + folder, e);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      windows(context).forEach(window -> window.picture("failed"));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    windows(context).forEach(BrowserWindow::close);
  }

  @SuppressWarnings("unchecked")
  private static List<BrowserWindow> windows(ExtensionContext context) {
    return context.getStore(NAMESPACE).getOrComputeIfAbsent(BrowserWindow.class, key -> new ArrayList<BrowserWindow>(), List.class);
  }

  private record Running(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource {

    static Running start() {
      Path executable = new InstalledChromium().executable();
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Running(playwright,
          playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(FLAGS)));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
