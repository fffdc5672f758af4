package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrongAnywhere;
import static cn.gov.officecleanup.browser.Accessibility.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * What this project adds to the web applications can be read and used by everybody: contrast and labels by axe-core, keyboard alone, at 200
 * %, on a phone.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:accessibility-walk")
@Tag(Applications.ITS_OWN)
class AccessibilityIT extends WindingUpWalk {

  private static final String ANYANG = "410500";

  @Test
  void nothingIsWrongByAxe(BrowserWindow window) throws IOException {
    open(window, ANYANG);
    Page page = window.page();
    page.navigate(address("/"));
    nothingIsWrong(page, "body");
    page.navigate(address("/no/such/page"));
    nothingIsWrong(page, "body");
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    by("gov410500Leader", caseNumber, "sign", () -> {
      nothingIsWrongAnywhere(page);
      tasklist.form().locator(".phrases").getByText("管理").click();
      nothingIsWrong(page, "dialog");
      page.keyboard().press("Escape");
      page.locator(".start-process-action a").click();
      page.locator(".start-groups").waitFor();
      window.screenshot("what-may-be-started");
      nothingIsWrongAnywhere(page);
      Locator search = page.locator(".modal-header input[type=text]");
      Locator offered = page.locator(".start-group li:visible");
      int all = offered.count();
      search.fill("结束");
      assertThat(offered.allInnerTexts()).as("narrowed at once").isNotEmpty().hasSizeLessThan(all).allMatch(name -> name.contains("结束"));
      search.fill("没有的");
      assertThat(page.locator(".start-none").innerText()).isEqualTo("没有名称含“没有的”的流程，请换一个词。");
      nothingIsWrong(page, ".modal-dialog");
      search.fill("");
      assertThat(offered.count()).isEqualTo(all);
      page.locator(".modal-footer button").first().click();
      PlaywrightAssertions.assertThat(page.locator(".modal")).hasCount(0);
      tasklist.form().getByText("征求意见").click();
      nothingIsWrong(page, "dialog");
      page.keyboard().press("Escape");
      tasklist.form().locator(".view-document").first().click();
      page.locator("dialog.cleanup-viewer[data-ready]").or(page.locator("dialog.cleanup-viewer p[role=alert]")).first().waitFor();
      nothingIsWrong(page, "dialog");
      page.keyboard().press("Escape");
    });
    page.navigate(address("/camunda/lib/cleanup/signed-out.html"));
    nothingIsWrong(page, "body");
    page.navigate(address("/camunda/lib/cleanup/cases.html?words=安阳"));
    page.locator("body[data-ready]").waitFor();
    nothingIsWrong(page, "body");
    page.navigate(address("/camunda/lib/cleanup/cases.html?case=" + caseNumber));
    page.locator("#content[data-drawn]").waitFor();
    nothingIsWrong(page, "body");
    page.navigate(address("/camunda/app/cockpit/default/"));
    page.locator(".board-curve[data-drawn]").waitFor();
    nothingIsWrongAnywhere(page);
    page.locator(".board-big button").first().click();
    page.locator(".board-list").waitFor();
    nothingIsWrong(page, ".board-list");
    page.context().clearCookies();
    for (String application : List.of("tasklist", "cockpit", "admin", "welcome")) {
      page.navigate(address("/camunda/app/" + application + "/default/"));
      page.locator("form[name=signinForm] input[aria-label]").first().waitFor();
      nothingIsWrongAnywhere(page);
    }
    window.screenshot("sign-in");
    logInAs("auditor");
    for (String asked : List.of("", "?caseNumber=BL-1999-0001")) {
      page.navigate(address("/camunda/lib/cleanup/audit.html" + asked));
      page.locator("body[data-ready]").waitFor();
      nothingIsWrong(page, "body");
      page.setViewportSize(640, 400);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("at 200 %").isLessThanOrEqualTo(640);
      page.setViewportSize(1280, 800);
    }
  }

  @Test
  void theKeyboardIsEnough(BrowserWindow window) throws IOException {
    open(window, ANYANG);
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    Page page = window.page();
    by("gov410500Leader", caseNumber, "sign", () -> {
      Locator asking = tasklist.form().getByText("征求意见");
      tabTo(page, asking);
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(page.locator("dialog")).isVisible();
      tabTo(page, page.locator("dialog input[type=checkbox]").first());
      page.keyboard().press("Space");
      PlaywrightAssertions.assertThat(page.locator("dialog input[type=checkbox]").first()).isChecked();
      page.keyboard().press("Escape");
      PlaywrightAssertions.assertThat(page.locator("dialog")).hasCount(0);
      PlaywrightAssertions.assertThat(asking).isFocused();
      tabTo(page, tasklist.form().getByLabel("签批意见"));
      page.keyboard().type("请补充。");
      assertThat(tasklist.form().getByLabel("签批意见").inputValue()).isEqualTo("请补充。");
    });
  }

  @Test
  void nothingIsCutOffAtTwoHundredPercent(BrowserWindow window) {
    open(window, ANYANG);
    Page page = window.page();
    // a window of 1280 pixels in which everything is twice as large
    page.setViewportSize(640, 400);
    logInAs("supervisors");
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    for (String path : List.of("/", "/no/such/page", "/camunda/lib/cleanup/signed-out.html", "/camunda/lib/cleanup/cases.html?words=安阳",
        "/camunda/lib/cleanup/cases.html?case=" + caseNumber)) {
      page.navigate(address(path));
      if (path.contains("cases")) {
        page.locator("body[data-ready]").waitFor();
      }
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(640);
    }
    window.screenshot("two-hundred-percent");
  }

  @Test
  void aLeaderSignsOnAPhone(BrowserWindow window) throws IOException {
    open(window, ANYANG);
    Page page = window.page();
    page.setViewportSize(390, 844);
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    logInAs("gov410500Leader");
    Locator listed = page.locator(".tasks-list li.task h4.task a").filter(new Locator.FilterOptions().setHasText("派出地政府负责同志签批"));
    listed.click();
    Locator signing = page.locator("form.cleanup-form[data-ready=true]");
    signing.waitFor();
    PlaywrightAssertions.assertThat(listed).isHidden();
    PlaywrightAssertions.assertThat(page.locator(".task-card h2.task")).isInViewport();
    PlaywrightAssertions.assertThat(page.locator(".form-actions .btn-primary")).isInViewport();
    fitsInWidth(page);
    window.screenshot("task");
    signing.locator(".decision").getByText("同意上报").click();
    window.screenshot("decided");
    nothingIsWrong(page, ".cleanup-form");
    nothingIsWrong(page, ".back-to-list");
    page.locator(".back-to-list").click();
    PlaywrightAssertions.assertThat(listed).isInViewport();
    fitsInWidth(page);
    window.screenshot("list");
    listed.click();
    signing.locator(".decision").getByText("同意上报").click();
    page.locator(".form-actions .btn-primary").click();
    page.locator(".task-told").waitFor();
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("accept").count()).isEqualTo(1);
  }

  private static void fitsInWidth(Page page) {
    assertThat((Integer) page.evaluate("Math.max(document.documentElement.scrollWidth, document.querySelector('.page-wrap').scrollWidth)"))
        .isLessThanOrEqualTo(390);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
