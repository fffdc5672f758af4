package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What officials do with a task beside completing it, in the running demo: 征求意见、传阅、退回、撤回、委托代理、转办. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:handling-walk")
@Tag(Applications.ITS_OWN)
class HandlingWalkIT extends WindingUpWalk {

  private static final String ANYANG = "410500";

  @Test
  void othersAreAskedTheCaseGoesRoundAndBackAndASubstituteSigns(BrowserWindow window) throws IOException {
    open(window, ANYANG);
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    logInAs("gov410500Leader");
    PlaywrightAssertions.assertThat(window.page().locator(".task-badge")).hasText("待办1逾期1");
    assertThat(window.page().title()).startsWith("(1) ");
    by("gov410500Leader", caseNumber, "sign", () -> {
      phrasesAreInserted();
      handle("征求意见");
      dialog().getByText("安阳市财政部门", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(dialog().getByText("洛阳市财政部门").count()).isZero();
      dialog().locator("textarea").fill("经费是否列入预算？");
      tasklist.screenshot("asking");
      confirm();
      PlaywrightAssertions.assertThat(tasklist.form()).containsText("正在征求安阳市财政部门的意见");
      handle("传阅");
      dialog().getByText("审计部门").click();
      confirm();
      tasklist.choose("签批结果", "同意上报");
      tasklist.fill("签批意见", "同意。");
      assertThat(tasklist.refusedComplete()).contains("正在征求安阳市财政部门的意见，尚未答复");
      tasklist.screenshot("awaiting");
      handle("协办");
      dialog().getByText("安阳市人社部门").click();
      dialog().locator("textarea").fill("核对编制。");
      tasklist.screenshot("assistance");
      confirm();
      PlaywrightAssertions.assertThat(tasklist.form()).containsText("安阳市人社部门正在协办");
    });
    by("gov410500Finance", caseNumber, "answer", () -> {
      assertThat(shown()).contains("经费是否列入预算？");
      decide("答复", "同意", "意见", "已列入预算。");
    });
    by("gov410500Personnel", caseNumber, "assist", () -> {
      assertThat(shown()).contains("核对编制。");
      attach("协办材料");
      decide("办理结果", "已办结", "办理情况", "编制6名，属实。");
    });
    by("audit", caseNumber, "read", () -> {
      tasklist.tick("已阅");
      tasklist.complete();
    });
    by("gov410500Leader", caseNumber, "sign", () -> {
      assertThat(shown()).contains("已列入预算。", "审计部门", "编制6名，属实。", "协办材料.pdf");
      PlaywrightAssertions
          .assertThat(tasklist.form().locator(".case-handling").getByText("退回", new Locator.GetByTextOptions().setExact(true)))
          .hasCount(0);
      decide("签批结果", "退回修改", "签批意见", "请补充服务外出务工人员的内容。");
    });
    by("gov410500", caseNumber, "correct", () -> {
      assertThat(shown()).contains("退回修改", "请补充服务外出务工人员的内容。");
      tasklist.complete();
    });
    takeBack(caseNumber);
    by("gov410500", caseNumber, "correct", () -> {
      assertThat(shown()).contains("撤回");
      tasklist.complete();
    });
    entrust();
    by("gov410500Finance", caseNumber, "sign", this::signByThreeKeys);
    casePage(caseNumber);
    assertThat(window.page().locator("main").innerText()).contains("安阳市财政部门经办人（代安阳市人民政府负责同志）", "送审计部门传阅", "阅知");
    window.screenshot("case");
    titleBreaksBetweenWords();
    assertThat(window.page().locator(".opinion-sheet p").allTextContents()).as("each opinion once")
        // a step that says nothing may be done again within a minute
        .filteredOn(said -> said.contains("："))
        .doesNotHaveDuplicates()
        .noneMatch(said -> said.matches("(?s).*：(.+)：\\1.*"));
    // as print would show it
    window.page().evaluate("document.body.classList.add('sheet-only')");
    window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(window.page().locator(".opinion-sheet").innerText()).contains("安阳市财政部门意见", "安阳市人民政府负责同志意见");
    assertThat(window.page().locator(".diagram").first().isVisible()).isFalse();
    window.screenshot("opinion-sheet");
  }

  private void phrasesAreInserted() {
    Locator phrases = tasklist.form().locator(".phrases");
    Locator opinion = tasklist.form().getByLabel("签批意见");
    phrases.getByText("已阅。").click();
    PlaywrightAssertions.assertThat(opinion).hasValue("已阅。");
    phrases.getByText("管理").click();
    dialog().locator("textarea").fill("请抓紧办理。\n同意上报，请省局审核。");
    tasklist.screenshot("phrases");
    confirm();
    phrases.getByText("请抓紧办理。").click();
    PlaywrightAssertions.assertThat(opinion).hasValue("已阅。请抓紧办理。");
    opinion.fill("速办。");
    phrases.getByText("存入").click();
    PlaywrightAssertions.assertThat(phrases.locator(".phrase").nth(2)).hasText("速办。");
    tasklist.screenshot("phrases-kept");
  }

  /** From the open task to the submitted signature. */
  private void signByThreeKeys() {
    Page page = window.page();
    page.evaluate("() => { window.keys = 0; document.addEventListener('keydown', event => {"
        + " window.keys += ['Control', 'Alt', 'Shift'].includes(event.key) ? 0 : 1; }, true); }");
    page.keyboard().press("Control+Alt+f");
    page.keyboard().press("1");
    page.keyboard().press("Enter");
    page.locator(".task-told").waitFor();
    assertThat(page.evaluate("() => window.keys")).isEqualTo(3);
  }

  private void titleBreaksBetweenWords() {
    Page page = window.page();
    page.setViewportSize(240, 800);
    assertThat(page.locator("h2 .unbroken")
        .evaluate("title => new Set([...title.getClientRects()].map(line => Math.round(line.top))).size > 1"
            + " && [...title.childNodes].filter(word => word.nodeType === 3).every(word => {"
            + " const range = document.createRange(); range.selectNodeContents(word); return range.getClientRects().length === 1; })"))
        .as("on several lines, each word on one")
        .isEqualTo(true);
    window.screenshot("narrow");
    page.setViewportSize(1600, 1000);
  }

  @Test
  void aTaskIsHandedToAColleague(BrowserWindow window) throws IOException {
    open(window, "410300");
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    by("gov410300", caseNumber, "draft", () -> {
      handle("转办");
      dialog().locator("select").selectOption(new SelectOption().setLabel("洛阳市人民政府经办人（二）"));
      dialog().locator("textarea").fill("我下周出差。");
      tasklist.screenshot("transferring");
      confirm();
      PlaywrightAssertions.assertThat(window.page().locator(".task-told")).containsText("已转办，下一步：起草保留申请（洛阳市人民政府经办人（二））。");
      tasklist.openTaskWithId(task(caseNumber, "draft").getId());
      PlaywrightAssertions.assertThat(window.page().locator(".tasks-list h5.assignee").getByText("gov410300Second")).hasCount(0);
      PlaywrightAssertions.assertThat(window.page().locator(".task-card .assignee")).containsText("洛阳市人民政府经办人（二）");
      tasklist.screenshot("transferred");
    });
    assertThat(task(caseNumber, "draft").getAssignee()).isEqualTo("gov410300Second");
    by("gov410300Second", caseNumber, "draft", () -> assertThat(shown()).contains("转办给洛阳市人民政府经办人（二）", "我下周出差。"));
  }

  @Test
  void whoBeginsFirstHasTheTaskAndWhoComesSecondKeepsWhatWasTyped(BrowserWindow one, BrowserWindow two) {
    open(one, "410300");
    logInAs("gov410300");
    Tasklist second = new Tasklist(two, "http://127.0.0.1:" + port);
    second.logIn("gov410300Second", "gov410300Second");
    String report = task(cases.openCasesOf("410300", List.of("locality-report")).get(0).caseNumber(), "fill").getId();
    tasklist.openTaskWithId(report);
    second.openTaskWithId(report);
    PlaywrightAssertions.assertThat(one.page().locator(".disabled-form")).hasCount(0);
    assertThat(holder(report)).as("nobody has what was merely looked at").isNull();
    Locator mine = tasklist.form().locator("table[data-list=figures] [name=words]").first();
    mine.click();
    one.page().keyboard().type("与登记册一致，");
    one.page().waitForCondition(() -> "gov410300".equals(holder(report)));
    PlaywrightAssertions.assertThat(one.page().locator(".task-card button.unclaim")).isVisible();
    one.page().keyboard().type("没有其他说明。");
    PlaywrightAssertions.assertThat(mine).hasValue("与登记册一致，没有其他说明。");
    one.screenshot("taken-on");

    Locator others = second.form().locator("table[data-list=figures] [name=words]").first();
    Locator told = two.page().locator(".task-hindrance");
    others.fill("另一份说明。");
    PlaywrightAssertions.assertThat(told).containsText(Pattern.compile("该任务已由“洛阳市人民政府经办人”于\\d+年.*签收.*您填写的内容已经保留"));
    PlaywrightAssertions.assertThat(others).hasValue("另一份说明。");
    PlaywrightAssertions.assertThat(two.page().locator(".draft-kept")).containsText("已自动保存");
    two.screenshot("came-second");
    two.page().reload();
    second.openTaskWithId(report);
    PlaywrightAssertions.assertThat(told).containsText("该任务已由“洛阳市人民政府经办人”于");
    PlaywrightAssertions.assertThat(others).hasValue("另一份说明。");

    tasklist.unclaim();
    two.page().reload();
    second.openTaskWithId(report);
    PlaywrightAssertions.assertThat(told).hasCount(0);
    others.fill("改由我填报。");
    two.page().waitForCondition(() -> "gov410300Second".equals(holder(report)));
  }

  private String holder(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
  }

  @Test
  void aTaskHasThePictureOfItsCaseAndTakesComments(BrowserWindow window) throws IOException {
    open(window, "410400");
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    by("gov410400", caseNumber, "draft", () -> {
      Page page = window.page();
      PlaywrightAssertions.assertThat(page.locator(".task-card button.claim")).isHidden();
      handle("备注");
      dialog().locator("textarea").fill("等统计数字。");
      confirm();
      PlaywrightAssertions.assertThat(tasklist.form()).containsText("备注：等统计数字。");
      window.screenshot("history");
      assertThat(page.getByText("添加备注").locator("visible=true").count()).as("Tasklist's own, which officials may not use").isZero();
      page.locator(".task-details").getByText("流程图", new Locator.GetByTextOptions().setExact(true)).click();
      PlaywrightAssertions.assertThat(page.locator(".task-details .djs-container .djs-shape").first()).isVisible();
      window.screenshot("picture");
    });
  }

  private void takeBack(String caseNumber) {
    casePage(caseNumber);
    window.page().getByText("撤回", new Page.GetByTextOptions().setExact(true)).click();
    window.screenshot("taking-back");
    confirm();
    PlaywrightAssertions.assertThat(window.page().locator("#message")).containsText("已撤回");
  }

  private void entrust() {
    logInAs("gov410500Leader");
    tasklist.startProcess("委托代理");
    tasklist.choose("代理人", "安阳市财政部门经办人");
    tasklist.fill("开始日期", TODAY);
    tasklist.fill("结束日期（含当日）", TODAY);
    tasklist.fill("事由", "外出学习");
    tasklist.screenshot("entrusting");
    tasklist.submitStart();
    Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> identity.createUserQuery().userId("gov410500Finance").memberOfGroup("gov410500Leader").count() == 1);
  }

  private void casePage(String caseNumber) {
    window.page().navigate("http://127.0.0.1:" + port + "/camunda/lib/cleanup/cases.html?case=" + caseNumber);
    window.page().locator("#content[data-drawn]").waitFor();
  }

  private void handle(String what) {
    tasklist.form().locator(".case-handling button").filter(new Locator.FilterOptions().setHasText(what)).click();
    dialog().waitFor();
  }

  private Locator dialog() {
    return window.page().locator("dialog");
  }

  private void confirm() {
    dialog().locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(dialog()).hasCount(0);
  }
}
