package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Finding things again in the running demo: from Tasklist to the search, to a case and its way, and to what one handled oneself. */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:search-walk")
@Tag(Applications.ITS_OWN)
class CaseSearchIT extends WindingUpWalk {

  private static final String ANYANG = "410500";

  @Test
  void anOfficialFindsACaseAndReadsAllThereIsAboutIt(BrowserWindow window) {
    open(window, ANYANG);
    logInAs("gov" + ANYANG);
    Page page = window.page();
    page.locator(".cases-action a").click();
    page.locator("body[data-ready]").waitFor();
    page.getByLabel("编号或者名称").fill("安阳市人民政府驻郑州办事处");
    page.locator("button[type=submit]").click();
    Locator cases = page.locator("section").filter(new Locator.FilterOptions().setHasText("案件"));
    cases.first().waitFor();
    window.screenshot("found");
    for (String words : new String[]{"ayszzbsc", "安阳　驻鄭州", "４１０５００ 办事处"}) {
      page.getByLabel("编号或者名称").fill(words);
      page.locator("button[type=submit]").click();
      PlaywrightAssertions.assertThat(page.locator("#message")).containsText("查到");
      PlaywrightAssertions.assertThat(page.locator("#content")).containsText("安阳市人民政府驻郑州办事处");
    }
    page.getByLabel("编号或者名称").fill("安阳 没有这样的机构");
    page.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("没有查到");
    PlaywrightAssertions.assertThat(page.locator("#content")).isEmpty();
    window.screenshot("nothing-found");
    page.getByLabel("编号或者名称").fill("安阳市人民政府驻郑州办事处");
    page.locator("button[type=submit]").click();
    cases.first().waitFor();
    page.locator("a[href*='case=BL']").first().click();
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).contains("安阳市人民政府驻郑州办事处", "派出地政府负责同志签批", "办理过程", "流程图", "已逾期");
    assertThat(page.locator(".diagram .here").count()).as("where it is").isPositive();
    assertThat(page.locator(".diagram .done").count()).as("where it was").isPositive();
    window.screenshot("case");
    page.locator(".diagram").last().scrollIntoViewIfNeeded();
    window.screenshot("way");
    page.locator(".view-document").first().click();
    page.locator("dialog.cleanup-viewer p[role=alert]").or(page.locator("dialog.cleanup-viewer[data-ready]")).first().waitFor();
    page.keyboard().press("Escape");
    String report = this.cases.openCasesOf(ANYANG, List.of("locality-report")).get(0).caseNumber();
    page.getByText("关联案件", new Page.GetByTextOptions().setExact(true)).click();
    Locator dialog = page.locator("dialog.cleanup-dialog");
    dialog.getByLabel("案号").fill("BG-1999-0001");
    dialog.getByLabel("两个案件的关系").fill("结果写入报告。");
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(dialog.locator("[role=alert]")).containsText("没有案号为“BG-1999-0001”");
    dialog.getByLabel("案号").fill(report);
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).hasText("已关联。");
    assertThat(page.locator("section").filter(new Locator.FilterOptions().setHasText("取消关联")).innerText()).contains(report, "结果写入报告。");
    window.screenshot("linked");
  }

  @Test
  void documentsOfATaskThatAColleagueHasAreOpened(BrowserWindow window) {
    open(window, ANYANG);
    String caseNumber = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    logInAs("gov" + ANYANG + "Leader");
    String sign = task(caseNumber, "sign").getId();
    tasks.setAssignee(sign, "gov410300");
    tasklist.openTaskWithId(sign);
    Page page = window.page();
    PlaywrightAssertions.assertThat(page.locator(".disabled-form .task-hindrance")).containsText("该任务已由“洛阳市人民政府经办人”于");
    tasklist.form().locator(".view-document").first().click();
    page.locator("dialog.cleanup-viewer").waitFor();
    page.keyboard().press("Escape");
    Page casePage = page.waitForPopup(() -> tasklist.form().locator(".case-title a").click());
    casePage.locator("#content[data-drawn]").waitFor();
    window.screenshot("a-colleagues");
    tasks.setAssignee(sign, null);
  }

  @Test
  void whatIsAnothersIsNotFoundAndWhoIsNotSignedInIsToldSo(BrowserWindow window) {
    open(window, ANYANG);
    logInAs("gov410700");
    Page page = window.page();
    String address = "http://127.0.0.1:" + port + "/camunda/lib/cleanup/cases.html?case=";
    String others = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    page.navigate(address + others);
    page.locator("body[data-ready]").waitFor();
    assertThat(page.locator("#message").innerText()).contains("没有这个案件，或者您无权查看");
    page.context().clearCookies();
    page.navigate(address + others);
    page.locator("body[data-ready]").waitFor();
    assertThat(page.locator("#message").innerText()).contains("请先在“待办事项”登录");
  }
}
