package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.stream.Stream;

/** What everybody can use: judged by axe-core, and got at by the keyboard alone. */
final class Accessibility {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  /** more would be no way to work */
  private static final int MOST_TABS = 150;

  private Accessibility() {
  }

  /** @param part of the page, as a selector */
  static void nothingIsWrong(Page page, String part) {
    nothing(new AxeBuilder(page).include(part).withTags(RULES), part + " of " + page.url());
  }

  /** The whole page, Camunda's shell included, and more than must be: each part a landmark, headings that follow each other. */
  static void nothingIsWrongAnywhere(Page page) {
    // the list is drawn anew every now and then, and its headings get their levels just after that
    PlaywrightAssertions.assertThat(page.locator("h6.process-definition:not([aria-level])")).hasCount(0);
    nothing(new AxeBuilder(page).withTags(Stream.concat(RULES.stream(), Stream.of("best-practice")).toList()), page.url());
  }

  private static void nothing(AxeBuilder scan, String what) {
    List<Rule> wrong = scan.analyze().getViolations();
    assertThat(wrong).as(what)
        .extracting(
            rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
        .isEmpty();
  }

  /** Goes on with the tabulator until the element has the focus. */
  static void tabTo(Page page, Locator element) {
    for (int i = 0; i < MOST_TABS; i++) {
      if ((Boolean) element.evaluate("element => document.activeElement === element")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not get to " + element);
  }

  /** Gets at a button, link or box and presses it. @param key Enter, or Space for a box */
  static void press(Page page, Locator element, String key) {
    tabTo(page, element);
    page.keyboard().press(key);
  }
}
