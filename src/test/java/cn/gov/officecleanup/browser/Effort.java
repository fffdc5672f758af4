package cn.gov.officecleanup.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in an official's browser what a piece of work costs: presses of the mouse, fields that are filled in, chosen from or given a file
 * (each costs a press or the tabulator besides its content), keys, and screens, which is how far down the lowest of them stands, in heights
 * of the part of the page that scrolls. Seconds are those of the test and of the machine, and tell no more than what waits.
 */
final class Effort {

  /** what one piece of work cost */
  record Cost(int clicks, int fields, int keys, double screens, double seconds) {
  }

  private static final String COUNTING = """
    (() => {
      const put = (name, value) => sessionStorage.setItem('effort-' + name, value);
      const get = name => Number(sessionStorage.getItem('effort-' + name) || 0);
      const reach = target => {
        const pane = target.closest('dialog, .task-details > .content');
        if (pane && !target.closest('.form-actions, .actions')) {
          const far = target.getBoundingClientRect().bottom - pane.getBoundingClientRect().top + pane.scrollTop;
          put('screens', Math.max(get('screens'), far / pane.clientHeight));
        }
      };
      let pressing = false;
      const known = new WeakSet();
      addEventListener('pointerdown', event => { if (event.isTrusted) { put('clicks', get('clicks') + 1); reach(event.target); } }, true);
      addEventListener('keydown', event => {
        if (event.isTrusted && !['Control', 'Alt', 'Shift'].includes(event.key)) {
          put('keys', get('keys') + 1);
        }
      }, true);
      // what a press of the mouse fills in is no field of the official's
      addEventListener('click', event => { pressing = event.isTrusted; }, true);
      addEventListener('click', () => { pressing = false; });
      addEventListener('input', event => {
        const pressed = pressing || event.target.matches('[type=radio], [type=checkbox]');
        if (!pressed && event.target.getClientRects().length > 0 && !known.has(event.target)) {
          known.add(event.target);
          put('fields', get('fields') + 1);
          reach(event.target);
        }
      }, true);
    })()""";

  private final Page page;
  private final Map<String, Cost> costs = new LinkedHashMap<>();
  private Instant begun;

  /** Counts in what is opened from now on. */
  Effort(BrowserWindow window) {
    page = window.page();
    page.addInitScript(COUNTING);
  }

  void begin() {
    page.evaluate("() => ['clicks', 'fields', 'keys', 'screens'].forEach(what => sessionStorage.removeItem('effort-' + what))");
    begun = Instant.now();
  }

  void end(String what) {
    costs.put(what, new Cost((int) counted("clicks"), (int) counted("fields"), (int) counted("keys"), Math.max(1, counted("screens")),
        Duration.between(begun, Instant.now()).toMillis() / 1000.0));
  }

  private double counted(String what) {
    return ((Number) page.evaluate("what => Number(sessionStorage.getItem('effort-' + what) || 0)", what)).doubleValue();
  }

  Map<String, Cost> costs() {
    return costs;
  }

  /** Writes them as a table, as build output. */
  void write(Path file) throws IOException {
    List<String> rows = costs.entrySet()
        .stream()
        .map(cost -> "| %s | %d | %d | %d | %.1f | %.0f |".formatted(cost.getKey(), cost.getValue().clicks, cost.getValue().fields,
            cost.getValue().keys, cost.getValue().screens, cost.getValue().seconds))
        .toList();
    Files.writeString(file,
        "| work | clicks | fields | keys | screens | seconds |\n| --- | --- | --- | --- | --- | --- |\n" + String.join("\n", rows) + "\n");
  }
}
