package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first page of the demo: whom it names can log in, and its doors open. */
class StartPageIT extends Walk {

  private static final Set<String> PREFIXES = Set.of("gov", "office");
  private static final List<Integer> WIDTHS = List.of(1280, 640, 390);

  @Test
  void itSaysWhoCanLogInAndLeadsToTheirWork(BrowserWindow window) {
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/");
    assertThat(page.title()).contains("清理规范");
    window.screenshot("start");
    List<String> users = page.locator("main code").allInnerTexts().stream().filter(user -> !PREFIXES.contains(user)).toList();
    assertThat(users).contains("gov410300", "office51Head").allMatch(user -> identity.checkPassword(user, user));
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("() => document.documentElement.scrollWidth")).as("nothing lies outside a window %d wide".formatted(width))
          .isEqualTo(page.evaluate("() => document.documentElement.clientWidth"));
    }
    window.screenshot("on-a-phone");
    page.setViewportSize(1280, 900);
    page.locator(".doors a").first().click();
    page.locator("input[type=password]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    assertThat(page.url()).contains("/camunda/app/tasklist/");
  }
}
