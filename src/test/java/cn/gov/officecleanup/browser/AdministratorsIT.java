package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 三员分立 in the running demo: who creates a user cannot grant, who grants cannot read the audit log, and who reads it sees both. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administrators-walk")
@Tag(Applications.ITS_OWN)
class AdministratorsIT extends WindingUpWalk {

  private static final String OFFICIAL = "zhangwei";
  private static final double PATIENCE = 10_000;
  private static final int TRIES = 5;

  @Autowired
  private IdentityService identity;
  @Autowired
  private WorkingDayCalendar calendar;

  @Test
  void threeAdministratorsCheckEachOther(BrowserWindow window) throws IOException {
    open(window, "410300");
    Page page = window.page();
    admin(page, "admin");
    goTo(page, "#/user-create", page.locator("form input").nth(4));
    Locator fields = page.locator("form input");
    int field = 0;
    for (String value : new String[]{OFFICIAL, OFFICIAL, OFFICIAL, "伟", "张"}) {
      fields.nth(field++).fill(value);
    }
    window.screenshot("creating");
    page.locator("button[type=submit]").click();
    // Admin goes on to the list by itself
    page.getByText("添加用户").waitFor();
    assertThat(identity.createUserQuery().userId(OFFICIAL).count()).isEqualTo(1);
    goTo(page, "#/users/" + OFFICIAL + "?tab=groups", page.getByText("加入用户组"));
    grant(page, window);
    PlaywrightAssertions.assertThat(page.locator("body")).containsText("由安全管理员决定");
    window.screenshot("not-granted");
    assertThat(identity.createGroupQuery().groupMember(OFFICIAL).count()).isZero();

    page.context().clearCookies();
    admin(page, "security");
    goTo(page, "#/users/" + OFFICIAL + "?tab=groups", page.getByText("加入用户组"));
    grant(page, window);
    page.waitForCondition(() -> identity.createGroupQuery().groupMember(OFFICIAL).count() == 1);
    window.screenshot("granted");
    page.navigate(address("/camunda/lib/cleanup/audit.html"));
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("只有审计管理员可以查看审计日志。");

    page.context().clearCookies();
    tasklist.logIn("auditor", "auditor");
    page.getByText("审计日志").click();
    page.locator("body[data-ready]").waitFor();
    page.getByText("核对日志是否完整").click();
    PlaywrightAssertions.assertThat(page.locator("#checked")).containsText("日志完整，没有改动");
    search(page, "用户（账号或者姓名）", "张伟");
    assertThat(page.locator("tbody tr").allInnerTexts()).anyMatch(line -> line.contains("新建用户") && line.contains("admin"))
        .anyMatch(
            line -> line.contains("授予权限") && line.contains("security") && line.contains("张伟（zhangwei）") && line.contains("127.0.0.1"));
    window.screenshot("audit-log");
    search(page, "用户（账号或者姓名）", "admin");
    assertThat(page.locator("tbody tr").allInnerTexts()).as("what was refused")
        .anyMatch(line -> line.contains("被拒绝的操作") && line.contains("由安全管理员决定"));
    window.screenshot("audit-log-refused");
    Download workbook = page.waitForDownload(() -> page.getByText("导出查询结果").click());
    assertThat(workbook.suggestedFilename()).isEqualTo("审计日志.xlsx");
    search(page, "用户（账号或者姓名）", "");
    String first = page.locator("tbody tr td.number").first().innerText();
    page.waitForNavigation(() -> page.locator("#pages a").click());
    page.locator("body[data-ready]").waitFor();
    assertThat(Long.parseLong(page.locator("tbody tr td.number").first().innerText())).isEqualTo(Long.parseLong(first) - 100);
    PlaywrightAssertions.assertThat(page.locator("#pages")).containsText("回到最新");
    search(page, "案号", "BL-1999-0001");
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("没有符合条件的记录");
    assertThat(page.locator("tbody tr").count()).isZero();
    window.screenshot("audit-log-empty");
  }

  @Test
  void theSystemAdministratorSeesInCockpitWhereCasesStandAndNotWhatIsInThem(BrowserWindow window) {
    open(window, "410300");
    Page page = window.page();
    String instance = tasks.createTaskQuery().taskDefinitionKey("draft").list().get(0).getProcessInstanceId();
    page.navigate(address("/camunda/app/cockpit/default/"));
    page.locator("input[type=text]").fill("admin");
    page.locator("input[type=password]").fill("admin");
    page.locator("button[type=submit]").click();
    page.locator(".cam-nav .account, header .account, .Account").first().waitFor();
    page.navigate(address("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime"));
    page.reload();
    page.locator(".djs-container [data-element-id=draft]").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    window.screenshot("cockpit-of-the-administrator");
    PlaywrightAssertions.assertThat(page.locator("body")).not().containsText("governmentCode");
    PlaywrightAssertions.assertThat(page.locator("[notifications] .alert-danger, .notifications .alert-danger")).hasCount(0);
  }

  @Test
  void theBureauLoadsTheWorkingDaysOfANewYear(BrowserWindow window) throws IOException {
    open(window, "410300");
    tasklist.logIn("provincialBureau", "provincialBureau");
    tasklist.startProcess("导入工作日历");
    tasklist.fill("年份", "2027");
    tasklist.submitStart();
    tasklist.openTask("录入放假调休安排");
    tasklist.fill("年份", "2027");
    tasklist.fill("公布文号", "国办发明电〔2026〕1号");
    StringBuilder rows = new StringBuilder("日期,安排,节日\n");
    IntStream.rangeClosed(1, 5).forEach(day -> rows.append("2027-05-0%d,放假,劳动节\n".formatted(day)));
    IntStream.rangeClosed(1, 7).forEach(day -> rows.append("2027-10-0%d,放假,国庆节\n".formatted(day)));
    Path file = Files.writeString(folder.resolve("2027.csv"), rows + "2027-05-08,上班,劳动节\n", StandardCharsets.UTF_8);
    tasklist.form().locator(".table-import input[type=file]").setInputFiles(file);
    PlaywrightAssertions.assertThat(tasklist.form().locator(".table-import-message")).containsText("已从文件读入13行");
    tasklist.screenshot("calendar");
    tasklist.complete();
    assertThat(calendar.isPublished(2027)).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 5, 3))).isFalse();
  }

  private static void search(Page page, String field, String value) {
    page.getByLabel(field).fill(value);
    page.waitForNavigation(() -> page.locator("button[type=submit]").click());
    page.locator("body[data-ready]").waitFor();
  }

  /** Puts the new user into a group, as Admin does it. */
  private static void grant(Page page, BrowserWindow window) {
    // Admin offers nothing to who asks before it knows which groups the user is in
    page.getByText("目前不属于任何用户组").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.getByText("加入用户组").click();
    page.locator(".modal-dialog tr").filter(new Locator.FilterOptions().setHasText("discipline")).first().waitFor();
    window.screenshot("choosing");
    page.locator(".modal-dialog tr")
        .filter(new Locator.FilterOptions().setHasText("discipline"))
        .first()
        .locator("input[type=checkbox]")
        .check();
    page.locator(".modal-dialog .modal-footer button").last().click();
  }

  private void admin(Page page, String user) {
    page.navigate(address("/camunda/app/admin/default/"));
    page.locator("input[type=text]").fill(user);
    page.locator("input[type=password]").fill(user);
    page.locator("button[type=submit]").click();
    page.locator(".cam-nav .account").waitFor();
  }

  /** Goes to a place in Admin, which after signing in goes to its own first page whenever it is ready to. */
  private void goTo(Page page, String place, Locator sign) {
    for (int attempt = 1;; attempt++) {
      page.navigate(address("/camunda/app/admin/default/" + place));
      page.reload();
      try {
        sign.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return;
      } catch (TimeoutError e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
