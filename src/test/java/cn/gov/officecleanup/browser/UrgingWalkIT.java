package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** 催办 in the running demo: Nanyang's application waits at the bureau, its official urges, the bureau reads it. */
class UrgingWalkIT extends Walk {

  @Test
  void theBureauReadsThatItIsUrged(BrowserWindow window) throws IOException {
    open(window, "411300");
    logInAs("gov411300");
    tasklist.startProcess("催办");
    Locator choice = window.page().locator("select[cam-variable-name=urgedCase]");
    Locator waiting = choice.locator("option", new Locator.LocatorOptions().setHasText("保留申请"));
    waiting.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    choice.selectOption(waiting.first().getAttribute("value"));
    tasklist.fill("催办理由", "材料早已齐全，请尽快办理。");
    tasklist.screenshot("urging");
    tasklist.submitStart();
    by("provincialBureau", "accept", () -> {
      assertThat(tasklist.form().innerText()).contains("催办", "材料早已齐全，请尽快办理。");
      tasklist.screenshot("urged");
    });
    assertThat(task("accept").getPriority()).isEqualTo(60);
  }
}
