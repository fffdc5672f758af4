package cn.gov.officecleanup.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** One person's browser window in a test, with a session of its own. */
public final class BrowserWindow {

  /** Pictures of what went well are for people: taking them is a sixth of the time of a walk. */
  private static final boolean PICTURES = Boolean.getBoolean("pictures");

  private final Page page;
  private final Path folder;
  private int screenshots;

  BrowserWindow(Page page, Path folder) {
    this.page = page;
    this.folder = folder;
  }

  public Page page() {
    return page;
  }

  /** @return where its pictures are kept, for those of windows that a test opens beside it */
  Path folder() {
    return folder;
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
    page.context().close();
  }
}
