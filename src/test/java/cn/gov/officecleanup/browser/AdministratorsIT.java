package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** 三员分立 in the running demo: who creates a user cannot grant, who grants cannot read the audit log, and who reads it sees both. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:administrators-walk")
@Tag(Applications.ITS_OWN)
class AdministratorsIT extends WindingUpWalk {

  private static final String OFFICIAL = "zhangwei";
  private static final String IMPORTED = "wangxiaohong";
  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;
  private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);
  private static final String GRANT = """
    async () => {
      const {API, call, json} = await import('/camunda/lib/cleanup/api.js');
      return call(`${API}/administration/wishes/grant`, json('POST', {wishes: []})).then(() => 'done', failure => failure.message);
    }""";

  @Autowired
  private WorkingDayCalendar calendar;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void threeAdministratorsCheckEachOther(BrowserWindow window) throws IOException {
    open(window, "410300");
    Page page = window.page();
    page.setViewportSize(WIDTH, HEIGHT);
    administrator(page, "admin");
    window.screenshot("users");
    nothingIsWrong(page, "body");
    String password = create(page, window);
    assertThat(identity.createGroupQuery().groupMember(OFFICIAL).count()).as("who creates grants nothing").isZero();
    PlaywrightAssertions.assertThat(userRow(page, OFFICIAL)).containsText("张伟");
    PlaywrightAssertions.assertThat(userRow(page, OFFICIAL)).containsText("纪检监察机关（待安全管理员授权）");
    assertThat(userRow(page, OFFICIAL).locator("button").allInnerTexts()).as("what the one may, and nothing of the other's")
        .containsExactly("更正姓名", "更正邮箱", "重置密码", "注销");
    assertThat(page.evaluate(GRANT)).as("asked at the address").asString().contains("您无权进行这项操作");
    importOfficials(page, window);
    wrongPasswordsLock(page, password);
    administrator(page, "admin");
    find(page, "zhangw");
    PlaywrightAssertions.assertThat(userRow(page, OFFICIAL)).containsText("起因输错密码锁定");
    window.screenshot("locked");
    nothingIsWrong(page, "body");
    userRow(page, OFFICIAL).getByText("解除锁定").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("现在可以登录");
    PlaywrightAssertions.assertThat(userRow(page, OFFICIAL)).containsText("正常");

    page.getByText("退出登录").click();
    page.locator("form[name=signinForm]").waitFor();
    administrator(page, "security");
    assertThat(page.locator("#lists a").allInnerTexts()).containsExactly("用户", "用户组", "待授权");
    page.locator("#lists").getByText("待授权").click();
    ready(page);
    window.screenshot("wishes");
    nothingIsWrong(page, "body");
    userRow(page, OFFICIAL).getByText("授权", EXACTLY).click();
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("已授权1项。");
    page.getByText("全部授权（1项）").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("已授权1项。");
    page.waitForCondition(() -> identity.createGroupQuery().groupMember(IMPORTED).count() == 1);
    assertThat(identity.createGroupQuery().groupMember(OFFICIAL).singleResult().getId()).isEqualTo("discipline");
    groupsAreFoundAndMembersMoved(page, window);
    page.navigate(address("/camunda/lib/cleanup/audit.html"));
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("只有审计管理员可以查看审计日志。");

    page.context().clearCookies();
    signIn(page, "auditor");
    page.waitForURL("**/audit.html");
    ready(page);
    audits(page, window);
    page.navigate(address("/camunda/lib/cleanup/administration.html"));
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("审计管理员只查看审计日志");
    PlaywrightAssertions.assertThat(page.locator("#lists")).isHidden();

    page.context().clearCookies();
    tasklist.logIn("admin", "admin");
    page.locator(".start-process-action a").click();
    PlaywrightAssertions.assertThat(page.locator(".modal-dialog").getByText("系统管理员不办理业务")).isVisible();
    window.screenshot("nothing-to-start");
    page.keyboard().press("Escape");
    page.locator(".counts-action a").click();
    ready(page);
    find(page, OFFICIAL);
    userRow(page, OFFICIAL).getByText("注销").click();
    page.locator("dialog button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("账号已注销");
    assertThat(identity.createUserQuery().userId(OFFICIAL).count()).isZero();
    // who is signed in already meets no page of Admin either
    page.navigate(address("/camunda/app/admin/default/"));
    page.waitForURL("**/administration.html");
  }

  /** @return the first password */
  private String create(Page page, BrowserWindow window) {
    page.getByText("新建用户").click();
    Locator form = page.locator("#create");
    form.locator("[name=account]").fill("张三");
    form.locator("[name=name]").fill("张伟");
    form.getByLabel("筛选用户组").fill("jijian");
    form.locator("select").selectOption("discipline");
    form.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#asking [role=alert]")).containsText("账号由字母和数字组成，例如zhangwei");
    PlaywrightAssertions.assertThat(page.locator("body")).not().containsText("系统出错");
    window.screenshot("invalid-account");
    nothingIsWrong(page, "body");
    form.locator("[name=account]").fill(OFFICIAL);
    form.locator("button[type=submit]").click();
    page.locator("#told code").waitFor();
    window.screenshot("first-password");
    nothingIsWrong(page, "body");
    assertThat(identity.createUserQuery().userId(OFFICIAL).singleResult().getLastName()).isEqualTo("张伟");
    find(page, "zhangw");
    PlaywrightAssertions.assertThat(page.locator("#told code")).hasCount(0);
    return renewedPassword(page);
  }

  private String renewedPassword(Page page) {
    userRow(page, OFFICIAL).getByText("重置密码").click();
    page.locator("dialog button[type=submit]").click();
    return page.locator("#told code").innerText();
  }

  private void importOfficials(Page page, BrowserWindow window) throws IOException {
    page.locator("#lists").getByText("批量导入").click();
    ready(page);
    assertThat(window.download(page.getByText("下载模板")).getFileName()).hasToString("用户导入表（模板）.xlsx");
    Path file = Files
        .write(folder.resolve("officials.xlsx"),
            new TableWorkbook()
                .sheet("用户导入表", "用户导入表", TableWorkbook.Column.of("账号:20", "姓名:16", "单位/用户组:40"), List.of(List.of(IMPORTED, "王小红", "督查人员"),
                    List.of("李四", "李四", "督查人员"), List.of("zhaoliu", "赵六", "洛阳市人民政府、洛阳市人民政府负责同志"), List.of("sunqi", "孙七", "没有的单位")))
                .toBytes());
    page.locator("#import input[type=file]").setInputFiles(file);
    page.locator("#import button[type=submit]").click();
    Locator rows = page.locator("#content tbody tr");
    PlaywrightAssertions.assertThat(rows).hasCount(4);
    PlaywrightAssertions.assertThat(rows.nth(0)).containsText("可以新建");
    PlaywrightAssertions.assertThat(rows.nth(1)).containsText("账号由字母和数字组成");
    PlaywrightAssertions.assertThat(rows.nth(2)).containsText("不能由一人兼任");
    PlaywrightAssertions.assertThat(rows.nth(3)).containsText("没有“没有的单位”这个用户组");
    assertThat(identity.createUserQuery().userId(IMPORTED).count()).as("nothing is made by a preview").isZero();
    window.screenshot("import-preview");
    nothingIsWrong(page, "body");
    page.locator("#content button").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("已新建1人，用户组等待安全管理员授权");
    assertThat(window.download(page.getByText("下载（.csv）"))).content(StandardCharsets.UTF_8).contains(IMPORTED, "王小红");
    window.screenshot("imported");
    assertThat(identity.createGroupQuery().groupMember(IMPORTED).count()).isZero();
  }

  private void wrongPasswordsLock(Page page, String password) {
    page.context().clearCookies();
    for (int attempt = 1; attempt <= SignInLocks.FAILURES; attempt++) {
      tasklist.refusedLogIn(OFFICIAL, "wrong" + attempt);
    }
    assertThat(tasklist.refusedLogIn(OFFICIAL, password)).contains("已暂停登录至");
    // the first lock lasts a minute, in which a slow machine does not get to the list
    jdbc.sql("update sign_in_source set locked_until = dateadd('HOUR', 1, locked_until) where user_id = ?").param(OFFICIAL).update();
  }

  private void groupsAreFoundAndMembersMoved(Page page, BrowserWindow window) {
    page.locator("#lists").getByText("用户组", EXACTLY).click();
    ready(page);
    page.locator("#asking input").fill("lysrmzf");
    PlaywrightAssertions.assertThat(page.locator("#content tbody tr").first()).containsText("洛阳市人民政府");
    window.screenshot("groups");
    nothingIsWrong(page, "body");
    page.locator("#asking input").fill("discipline");
    page.locator("#content tbody a").click();
    ready(page);
    PlaywrightAssertions.assertThat(userRow(page, OFFICIAL)).isVisible();
    userRow(page, OFFICIAL).getByText("加入用户组").click();
    page.locator("dialog").getByLabel("筛选用户组").fill("审计管理员");
    page.locator("dialog select").selectOption("auditAdministrators");
    window.screenshot("granting");
    nothingIsWrong(page, "dialog");
    page.locator("dialog button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("dialog [role=alert]")).containsText("不得由一人兼任");
    window.screenshot("two-roles");
    page.locator("dialog").getByText("取消").click();
    userRow(page, OFFICIAL).getByText("移出").click();
    page.locator("dialog button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("已移出“纪检监察机关”");
    assertThat(identity.createGroupQuery().groupMember(OFFICIAL).count()).isZero();
  }

  private void audits(Page page, BrowserWindow window) {
    page.getByText("核对日志是否完整").click();
    PlaywrightAssertions.assertThat(page.locator("#checked")).containsText("日志完整，没有改动");
    search(page, "用户（账号或者姓名）", "张伟");
    assertThat(page.locator("tbody tr").allInnerTexts()).anyMatch(line -> line.contains("新建用户") && line.contains("系统管理员（admin）"))
        .anyMatch(line -> line.contains("提请加入用户组") && line.contains("纪检监察机关"))
        .anyMatch(line -> line.contains("解除登录锁定"))
        .anyMatch(line -> line.contains("收回权限"))
        .anyMatch(
            line -> line.contains("授予权限") && line.contains("security") && line.contains("张伟（zhangwei）") && line.contains("127.0.0.1"));
    window.screenshot("audit-log");
    page.getByLabel("事项").selectOption("授予权限");
    search(page, "自", LocalDate.now(EngineClock.ZONE).minusDays(1).toString());
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    page.getByLabel("事项").selectOption("全部");
    search(page, "用户（账号或者姓名）", "admin");
    assertThat(page.locator("tbody tr").allInnerTexts()).as("what was refused")
        .anyMatch(line -> line.contains("被拒绝的操作") && line.contains("wishes/grant"));
    Download workbook = page.waitForDownload(() -> page.getByText("导出查询结果").click());
    assertThat(workbook.suggestedFilename()).isEqualTo("审计日志.xlsx");
    search(page, "用户（账号或者姓名）", "");
    String first = page.locator("tbody tr td.number").first().innerText();
    page.waitForNavigation(() -> page.locator("#pages a").click());
    ready(page);
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

  private static void find(Page page, String words) {
    page.locator("#find [name=words]").fill(words);
    page.waitForNavigation(() -> page.locator("#find button[type=submit]").click());
    ready(page);
  }

  private static Locator userRow(Page page, String account) {
    return page.locator("#content tr[data-account=" + account + "]");
  }

  private static void ready(Page page) {
    page.locator("body[data-ready]").waitFor();
  }

  /** Signs in in Admin, which leads to the page of the administrators. */
  private void administrator(Page page, String user) {
    signIn(page, user);
    page.waitForURL("**/administration.html");
    ready(page);
  }

  private void signIn(Page page, String user) {
    page.navigate(address("/camunda/app/admin/default/"));
    page.locator("input[type=text]").fill(user);
    page.locator("input[type=password]").fill(user);
    page.locator("button[type=submit]").click();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
