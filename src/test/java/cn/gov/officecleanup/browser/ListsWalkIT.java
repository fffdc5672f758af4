package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.press;
import static cn.gov.officecleanup.browser.Accessibility.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * 工作台、延期 in the running demo: Yongcheng's official finds the inventory in the table, asks for more time at the task, and its leader decides
 * from the leader's own table; by mouse, by keyboard, at the size that offices have and on a phone.
 */
class ListsWalkIT extends Walk {

  private static final String OFFICIAL = "gov411481";
  private static final String LEADER = "gov411481Leader";

  @Test
  void moreTimeIsAskedForAtTheTaskAndGrantedFromTheTable(BrowserWindow window) throws IOException {
    open(window, "411481");
    Page page = window.page();
    page.setViewportSize(1366, 768);
    logInAs(OFFICIAL);
    PlaywrightAssertions.assertThat(page.locator(".task-badge")).containsText("待办");
    window.screenshot("header");
    String counted = page.locator(".task-badge").innerText();
    page.locator(".lists-action a").click();
    ready();
    assertThat(counted).as("header and list agree").startsWith("待办" + rows().count());
    assertThat(page.locator("#lists").innerText()).contains("待办（%d）".formatted(rows().count()), "待阅（0）", "我发起的", "已办");
    Locator inventory = rows().filter(new Locator.FilterOptions().setHasText("盘点资产"));
    assertThat(inventory.locator(".due").innerText()).startsWith("还有");
    fitsAndIsAccessible("to-do");
    page.setViewportSize(390, 844);
    fitsAndIsAccessible("to-do-on-a-phone");
    page.setViewportSize(1366, 768);
    page.getByLabel("环节").selectOption("盘点资产");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("筛选")).click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("符合的有1件");
    assertThat(window.download(page.getByText("导出"))).hasFileName("待办.xlsx");

    String caseNumber = inventory.getAttribute("data-case");
    inventory.locator("a").nth(1).click();
    page.locator(".task-card h2.task").getByText("盘点资产").waitFor();
    press(page, page.locator(".more-time-actions").getByText("延期"), "Enter");
    Locator dialog = page.locator("dialog.cleanup-dialog");
    dialog.waitFor();
    nothingIsWrong(page, "dialog");
    dialog.getByLabel("工作日").selectOption("5");
    dialog.getByLabel("理由").fill("部分设备在外地，需要逐件核对。");
    window.screenshot("asking");
    press(page, dialog.locator("button[type=submit]"), "Enter");
    PlaywrightAssertions.assertThat(page.locator(".more-time-state")).containsText("已申请延期5个工作日，待永城市人民政府负责同志决定");
    window.screenshot("asked");

    logInAs(LEADER);
    page.navigate(address("lists.html"));
    ready();
    decide(rows().filter(new Locator.FilterOptions().setHasText("决定延期、中止")));
    PlaywrightAssertions.assertThat(rows().filter(new Locator.FilterOptions().setHasText("决定延期、中止"))).hasCount(0);

    logInAs(OFFICIAL);
    page.navigate(address("cases.html?case=" + caseNumber));
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).contains("批准延期，原为", "申请延期5个工作日", "部分设备在外地");
    window.screenshot("granted");
  }

  /** By the keyboard alone. */
  private void decide(Locator row) {
    Page page = window.page();
    tabTo(page, row.locator("input[type=checkbox]"));
    page.keyboard().press("Space");
    tabTo(page, page.getByText("批量办理（1件）"));
    page.keyboard().press("Enter");
    Locator dialog = page.locator("dialog.together");
    PlaywrightAssertions.assertThat(dialog.locator("h3")).hasText("批量办理：决定延期、中止");
    assertThat(dialog.locator(".able").innerText()).contains("申请延期5个工作日", "部分设备在外地");
    fitsAndIsAccessible("together");
    tabTo(page, dialog.getByLabel("决定"));
    page.keyboard().press("ArrowDown");
    tabTo(page, dialog.getByLabel("意见"));
    page.keyboard().type("同意延期。");
    window.screenshot("deciding");
    tabTo(page, dialog.locator("button[type=submit]"));
    page.keyboard().press("Enter");
    PlaywrightAssertions.assertThat(dialog.locator(".progress-told")).hasText("已办理1件。");
    window.screenshot("decided");
    page.keyboard().press("Enter");
  }

  private Locator rows() {
    return window.page().locator("table.rows tbody tr");
  }

  private void ready() {
    window.page().locator("body[data-ready]").waitFor();
  }

  private void fitsAndIsAccessible(String name) {
    Page page = window.page();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(page.viewportSize().width);
    nothingIsWrong(page, "html");
    window.screenshot(name);
  }

  private String address(String page) {
    return "http://127.0.0.1:" + port + "/camunda/lib/cleanup/" + page;
  }
}
