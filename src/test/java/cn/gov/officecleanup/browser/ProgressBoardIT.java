package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board on Cockpit's dashboard, as supervisors and leaders see it in the running demo. */
class ProgressBoardIT extends Walk {

  private static final double PATIENCE = 60_000;
  /** of the screens that most officials have */
  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;
  /** Cockpit's, which stays at the lower edge */
  private static final int FOOTER = 24;

  @Autowired
  private OfficeRegister register;

  /**
   * The two questions of a supervisor's minute, with the clicks that they take: none for the worst three, one for the cases of a figure.
   */
  @Test
  void aSupervisorSeesOnOnePageWhoIsWorstAndWhichCasesMakeAFigure(BrowserWindow window) throws IOException {
    Page page = cockpit(window, "supervisors");
    List<String> faults = new ArrayList<>();
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        faults.add(message.text());
      }
    });
    Locator board = page.locator(".progress-board");
    page.locator(".board-curve[data-drawn]").waitFor();
    window.screenshot("one-page");
    assertThat(board.locator(".board-headline").innerText()).contains("全省清理规范工作（样例）", "距报送期限还有");
    for (String part : List.of(".board-big", ".board-map", ".board-curve", ".board-slow")) {
      BoundingBox box = page.locator(part).boundingBox();
      assertThat(box.y + box.height).as(part + " ends above the lower edge of the window").isLessThanOrEqualTo(HEIGHT - FOOTER);
      assertThat(box.x + box.width).as(part + " ends before its right edge").isLessThanOrEqualTo(WIDTH);
      assertThat((Boolean) page.locator(part).evaluate("part => part.scrollHeight <= part.clientHeight + 1")).as(part + " shows all")
          .isTrue();
    }
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(WIDTH);
    assertThat(board.locator(".board-map li").count()).as("a tile for each unit").isEqualTo(31);

    // which three are worst: read, no click
    List<String> worst = board.locator(".board-slow li button").allInnerTexts();
    assertThat(worst).hasSizeGreaterThanOrEqualTo(3);
    assertThat(worst.get(0)).as("who is late in the sample").isEqualTo("安阳");

    // which cases make a figure: one click, in which the answer stands
    long asked = System.nanoTime();
    Locator unfinished = board.locator(".board-big button").filter(new Locator.FilterOptions().setHasText("未办结"));
    int number = Integer.parseInt(unfinished.locator(".board-number").innerText());
    unfinished.click();
    Locator list = page.locator(".board-list");
    list.waitFor();
    assertThat(list.locator("tbody tr").count()).as("as many as the figure says").isEqualTo(number);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).as("within ten seconds").isLessThan(Duration.ofSeconds(10));
    window.screenshot("which-ones");
    assertThat(violations(page, ".board-list")).isEmpty();
    list.getByText("关闭").click();

    // a unit leads to its cases with step, handler and deadline, a case to its page
    board.locator(".board-slow button").first().click();
    Locator first = list.locator("tbody tr").first();
    assertThat(first.locator("td").nth(3).innerText()).as("step").isNotBlank();
    assertThat(list.innerText()).contains("安阳市人民政府驻郑州办事处", "年");
    window.screenshot("cases");
    assertThat(faults).as("the charting library asks nothing that the page's policy refuses").isEmpty();
    list.locator("a").first().click();
    page.waitForURL(Pattern.compile(".*cases\\.html\\?case=.*"));
    page.locator("#content[data-drawn]").waitFor();
  }

  @Test
  void theTableSortsTotalsOnTopAndGoesOut(BrowserWindow window) throws IOException {
    Page page = cockpit(window, "supervisors");
    Locator board = page.locator(".progress-board");
    page.locator(".board-curve[data-drawn]").waitFor();
    assertThat(violations(page, ".progress-board")).isEmpty();
    assertThat(board.locator(".board-units tbody:not(.board-total) th").count()).isEqualTo(31);
    // other walks in the same demo have set up offices, which did not exist before the cleanup
    int before = (int) register.all().stream().filter(office -> !office.outcome().newlyEstablished()).count();
    assertThat(board.locator(".board-total td").nth(1).innerText()).as("as many as the register holds").isEqualTo(String.valueOf(before));
    board.locator("thead button").getByText("逾期事项").click();
    assertThat(board.locator(".board-units tbody:not(.board-total) th").first().innerText()).as("late first").isEqualTo("安阳市人民政府");
    board.locator(".board-units").scrollIntoViewIfNeeded();
    window.screenshot("table");
    page.locator("#board-day").fill(LocalDate.now(EngineClock.ZONE).toString());
    PlaywrightAssertions.assertThat(board.locator(".board-status")).containsText("还没有结束");
    page.locator("#board-day").fill("2001-01-01");
    PlaywrightAssertions.assertThat(board.locator(".board-status")).containsText("起才有记录");
    board.getByText("现在", new Locator.GetByTextOptions().setExact(true)).click();
    PlaywrightAssertions.assertThat(board.locator(".board-status")).containsText("每分钟自动更新");
    Path workbook = window.download(board.getByText("导出Excel"));
    assertThat(workbook.getFileName().toString()).isEqualTo("清理规范进度.xlsx");
    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(workbook))) {
      XSSFSheet sheet = read.getSheetAt(0);
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(1).getNumericCellValue()).isEqualTo(before);
    }
    showsHowTheOfficesThatStayAreRegulated(window, board);
    assertThat(instancesTold(page)).as("of the whole province").isPositive();
    showsTheBoardAlone(page);
    // what has an address of its own in the engine has one here as well, in words of the office
    enginePage(page, "process-instance/" + instance() + "/runtime");
    page.waitForURL(Pattern.compile(".*cases\\.html\\?case=.*"));
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).contains("安阳市人民政府驻郑州办事处");
    window.screenshot("case-of-an-instance");
  }

  private void showsHowTheOfficesThatStayAreRegulated(BrowserWindow window, Locator board) {
    int year = LocalDate.now(EngineClock.ZONE).getYear();
    Locator offices = board.locator(".board-regime tbody tr");
    assertThat(offices.count()).isEqualTo((int) register.all().stream().filter(office -> office.status().stays()).count());
    Locator shanghai = offices.filter(new Locator.FilterOptions().setHasText("豫驻0051"));
    assertThat(shanghai.innerText()).contains("新乡市人民政府", "%d年度良好".formatted(year - 3), "1个尚未脱钩，应于", "1人应轮换，最早", "2,000.00");
    assertThat(offices.filter(new Locator.FilterOptions().setHasText("豫驻0050")).locator(".urgent").innerText())
        .contains("%d年度不合格".formatted(year - 3));
    board.locator(".board-money[data-drawn]").waitFor();
    board.locator("#board-regime").scrollIntoViewIfNeeded();
    window.screenshot("regime");
    board.locator("#board-money").scrollIntoViewIfNeeded();
    window.screenshot("receptions");
  }

  private String instance() {
    return tasks.createTaskQuery().processVariableValueEquals("officeName", "安阳市人民政府驻郑州办事处").list().get(0).getProcessInstanceId();
  }

  /** What Cockpit has for who runs the engine is neither on the dashboard nor to be had by the address of another page. */
  private void showsTheBoardAlone(Page page) {
    assertThat(page.locator(".sections-menu").isVisible()).as("menu").isFalse();
    assertThat(page.locator("div:has(> section.deprecate) > :not(section.deprecate):visible").count()).as("the engine's counts").isZero();
    enginePage(page, "processes");
    page.locator(".progress-board .board-total").waitFor();
    page.waitForURL(Pattern.compile(".*#/dashboard.*"));
    assertThat(page.locator(".sections-menu").isVisible()).as("menu of another page").isFalse();
  }

  private void enginePage(Page page, String path) {
    page.navigate("about:blank");
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/cockpit/default/#/" + path);
  }

  /** @return how many instances of procedures the addresses tell of that Cockpit's own pages ask */
  private int instancesTold(Page page) throws IOException {
    int told = 0;
    for (String path : List.of("engine/engine/default/process-definition/statistics",
        "cockpit/plugin/base/default/process-definition/statistics", "cockpit/plugin/base/default/process-definition/statistics/",
        "cockpit/plugin/base/default/process-definition/st%61tistics;a=b")) {
      APIResponse answer = page.request().get("http://127.0.0.1:" + port + "/camunda/api/" + path);
      if (answer.ok()) {
        for (JsonNode definition : new ObjectMapper().readTree(answer.text())) {
          told += definition.path("instances").asInt();
        }
      }
    }
    return told;
  }

  private static List<String> violations(Page page, String part) {
    return new AxeBuilder(page).include(part).analyze().getViolations().stream().map(rule -> rule.getId() + " " + rule.getNodes()).toList();
  }

  @Test
  void aCitysLeaderSeesTheOwnCityAlone(BrowserWindow window) throws IOException {
    Page page = cockpit(window, "gov410300Leader");
    assertThat(page.locator(".progress-board .board-units tbody:not(.board-total) th").allInnerTexts()).containsExactly("洛阳市人民政府");
    page.locator(".board-curve[data-drawn]").waitFor();
    window.screenshot("leader");
    assertThat(page.locator(".board-regime tbody td:nth-child(2)").allInnerTexts()).isNotEmpty().containsOnly("洛阳市人民政府");
    assertThat(instancesTold(page)).as("of other cities").isZero();
    showsTheBoardAlone(page);
    enginePage(page, "process-instance/" + instance() + "/runtime");
    page.locator(".progress-board .board-total").waitFor();
    String api = "http://127.0.0.1:" + port + "/camunda/api/cleanup/board";
    assertThat(page.request().get(api + "/410700/cases").text()).isEqualTo("[]");
    assertThat(page.request().get(api + "/figures/BEFORE?unit=410700").text()).isEqualTo("[]");
    page.context().clearCookies();
    assertThat(page.request().get(api).status()).isEqualTo(401);
    assertThat(page.request().get(api + "/workbook").status()).isEqualTo(401);
  }

  private Page cockpit(BrowserWindow window, String user) {
    open(window, "410300");
    Page page = window.page();
    page.setViewportSize(WIDTH, HEIGHT);
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/cockpit/default/");
    page.locator("input[type=text]").fill(user);
    page.locator("input[type=password]").fill(user);
    page.locator("button[type=submit]").click();
    page.locator(".progress-board .board-total").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return page;
  }
}
