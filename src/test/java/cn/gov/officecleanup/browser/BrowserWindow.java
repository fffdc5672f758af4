package cn.gov.officecleanup.browser;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A browser window in a test. Each official who works at it has a session and a page of one's own, of which it shows one. */
public final class BrowserWindow {

  /** A page of Tasklist takes some 150 MB; whoever was away for longest gives up theirs. */
  private static final int KEPT = 10;

  /** Pictures of what went well are for people: taking them is a sixth of the time of a walk. */
  private static final boolean PICTURES = Boolean.getBoolean("pictures");

  private final Supplier<Page> sessions;
  private final Path folder;
  private final Map<String, Page> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
  private final Map<Page, CDPSession> resting = new HashMap<>();
  private Page page;
  private int screenshots;

  /** @param sessions opens an empty page in a session of its own */
  BrowserWindow(Supplier<Page> sessions, Path folder) {
    this.sessions = sessions;
    this.folder = folder;
    this.page = sessions.get();
  }

  /** @return the page that is shown */
  public Page page() {
    return page;
  }

  /**
   * Shows the user's own page, as big as the one that is shown. Who has none yet gets the one that is shown where it is nobody's, without
   * its cookies, and a new one otherwise.
   *
   * @return whether the user has had one
   */
  boolean show(String user) {
    Page own = kept.get(user);
    if (own != null) {
      next(own);
      resting.remove(own).detach();
      return true;
    }
    if (kept.containsValue(page)) {
      next(sessions.get());
    } else {
      page.context().clearCookies();
    }
    kept.put(user, page);
    if (kept.size() > KEPT) {
      Page longest = kept.remove(kept.keySet().iterator().next());
      resting.remove(longest);
      longest.context().close();
    }
    return false;
  }

  /** Pages that nobody looks at would load their lists every few seconds, which costs as much as a walk: they rest. */
  private void next(Page next) {
    next.setViewportSize(page.viewportSize().width, page.viewportSize().height);
    CDPSession tools = page.context().newCDPSession(page);
    tools.send("Debugger.enable");
    tools.send("Debugger.pause");
    resting.put(page, tools);
    page = next;
  }

  /** @return whether the page that is shown is this user's */
  boolean isOf(String user) {
    return page.equals(kept.get(user));
  }

  /** @return where its pictures are kept, for those of windows that a test opens beside it */
  Path folder() {
    return folder;
  }

  /** Makes the page that is shown nobody's. */
  void leave() {
    kept.values().remove(page);
  }

  /**
   * Where the system property {@code pictures} is true, takes a picture of the page as build output:
   * {@code target/screenshots/<test>/NN-<what>.png}.
   *
   * @param what a word or two for the file's name
   */
  public void screenshot(String what) {
    if (PICTURES) {
      picture(what);
    }
  }

  /** Takes a picture of the page in any case. @return the file, beside those of {@link #screenshot(String)} */
  Path picture(String what) {
    screenshots++;
    Path file = folder.resolve("%02d-%s.png".formatted(screenshots, what));
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    return file;
  }

  /** @return the file that a click on this link downloads, under the name it is offered with, kept beside the screenshots */
  public Path download(Locator link) {
    Download download = page.waitForDownload(link::click);
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  void close() {
    kept.values().forEach(each -> each.context().close());
    page.context().close();
  }
}
