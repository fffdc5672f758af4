package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board on Cockpit's dashboard, as supervisors and leaders see it in the running demo. */
class ProgressBoardIT extends Walk {

  private static final double PATIENCE = 60_000;

  @Autowired
  private OfficeRegister register;

  @Test
  void supervisorsSeeTheWholeProvinceAndGoOnToTheCases(BrowserWindow window) throws IOException {
    Page page = cockpit(window, "supervisors");
    Locator board = page.locator(".progress-board");
    assertThat(board.locator(".board-headline").innerText()).contains("全省清理规范工作（样例）", "距报送期限还有");
    assertThat(board.locator("tbody > tr > th").count()).isEqualTo(31);
    // other walks in the same demo have set up offices, which did not exist before the cleanup
    int before = (int) register.all().stream().filter(office -> !office.outcome().newlyEstablished()).count();
    assertThat(board.locator("tfoot td").nth(1).innerText()).as("as many as the register holds").isEqualTo(String.valueOf(before));
    board.locator("tfoot").scrollIntoViewIfNeeded();
    window.screenshot("board");

    board.getByText("安阳市人民政府").click();
    Locator cases = board.locator(".unit-cases");
    PlaywrightAssertions.assertThat(cases).containsText("安阳市人民政府驻郑州办事处", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    cases.scrollIntoViewIfNeeded();
    window.screenshot("cases");
    Path workbook = window.download(board.getByText("导出Excel"));
    assertThat(workbook.getFileName().toString()).isEqualTo("清理规范进度.xlsx");
    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(workbook))) {
      XSSFSheet sheet = read.getSheetAt(0);
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(1).getNumericCellValue()).isEqualTo(before);
    }
    cases.getByText("在办").first().click();
    page.waitForURL(Pattern.compile(".*process-instance/.*/runtime.*"));
    page.locator(".djs-container").first().waitFor();
    window.screenshot("instance");
  }

  @Test
  void aCitysLeaderSeesTheOwnCityAlone(BrowserWindow window) {
    Page page = cockpit(window, "gov410300Leader");
    assertThat(page.locator(".progress-board tbody > tr > th").allInnerTexts()).containsExactly("洛阳市人民政府");
    window.screenshot("leader");
    String api = "http://127.0.0.1:" + port + "/camunda/api/cleanup/board";
    assertThat(page.request().get(api + "/410700/cases").text()).isEqualTo("[]");
    page.context().clearCookies();
    assertThat(page.request().get(api).status()).isEqualTo(401);
    assertThat(page.request().get(api + "/workbook").status()).isEqualTo(401);
  }

  private Page cockpit(BrowserWindow window, String user) {
    open(window, "410300");
    Page page = window.page();
    page.setViewportSize(1600, 1000);
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/cockpit/default/");
    page.locator("input[type=text]").fill(user);
    page.locator("input[type=password]").fill(user);
    page.locator("button[type=submit]").click();
    page.locator(".progress-board tfoot").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return page;
  }
}
