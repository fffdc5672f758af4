package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an official typed is there again after logging out (暂存), in fields and tables, and is gone once it is submitted. */
class DraftWalkIT extends Walk {

  private static final int KILLS = 3;
  private static final Duration MOST_LOST = Duration.ofSeconds(5);

  @Test
  void whatWasTypedIsThereAgain(BrowserWindow window) throws IOException {
    open(window, "410400");
    tasklist.logIn("gov410400", "gov410400");
    at("draft", () -> {
      tasklist.fill("保留理由", "在郑务工经商人员较多，需要就近提供服务。");
      tasklist.fill("编制人数", "7");
      tasklist.form().locator(".table-scroll:has(table[data-list=entities]) + button").click();
      Locator row = tasklist.form().locator("table[data-list=entities] tbody tr").last();
      row.getByLabel("名称").fill("鹰城宾馆");
      row.getByLabel("承诺脱钩日期").fill(LocalDate.now().plusMonths(2).toString());
      window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("暂存")).click();
      PlaywrightAssertions.assertThat(window.page().locator(".draft-kept")).containsText("下次打开时恢复");
      tasklist.screenshot("kept");
      assertThat(window.page().evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camForm')).length"))
          .as("nothing in the browser")
          .isEqualTo(0);
    });
    tasklist.logOut();
    tasklist.logIn("gov410400", "gov410400");
    at("draft", () -> {
      assertThat(tasklist.form().locator(".draft-restored").innerText()).contains("已恢复您", "暂存的内容");
      assertThat(tasklist.form().getByLabel("保留理由").inputValue()).isEqualTo("在郑务工经商人员较多，需要就近提供服务。");
      assertThat(tasklist.form().getByLabel("编制人数").inputValue()).isEqualTo("7");
      assertThat(tasklist.form().locator("table[data-list=entities] tbody tr").last().getByLabel("名称").inputValue()).isEqualTo("鹰城宾馆");
      tasklist.screenshot("restored");
      tasklist.fill("促进经济合作", PLAN);
      tasklist.fill("参与社会管理", PLAN);
      tasklist.fill("提供公共服务", PLAN);
      tasklist.fill("接待服务和争取项目资金占工作量的百分比", "20");
      tasklist.fill("管理制度和绩效考核", "由市政府办公室管理，每年进行绩效考核。");
      fillInRequest();
      fillInFacts();
      attach("请示", "常务会议纪要", "管理制度", "脱钩证明或者承诺书");
      tasklist.complete();
      PlaywrightAssertions.assertThat(window.page().locator(".task-told"))
          .containsText(Pattern.compile("已提交，下一步：.+（平顶山市人民政府负责同志）。案件BL-\\d{4}-\\d{4}"));
      PlaywrightAssertions.assertThat(window.page().locator(".task-card h2.task")).hasText("填报清理情况");
      tasklist.screenshot("told");
    });
    by("gov410400Leader", "sign", () -> assertThat(tasklist.form().innerText()).contains("在郑务工经商人员较多，需要就近提供服务。", "鹰城宾馆", "编制人数\n7"));
  }

  /** The renderer dies with the page: nothing is told to it before. */
  @Test
  void aBrowserKilledAtAnyMomentLosesAtMostFiveSecondsOfTyping(BrowserWindow window) {
    open(window, "410800");
    tasklist.logIn("gov410800", "gov410800");
    String task = tasks.createTaskQuery().taskDefinitionKey("draft").taskCandidateGroup("gov410800").list().get(0).getId();
    tasklist.openTaskWithId(task);
    Random random = new Random(15);
    Page page = window.page();
    Tasklist opened = tasklist;
    for (int kill = 1; kill <= KILLS; kill++) {
      NavigableMap<Instant, String> typed = type(page, opened.form().getByLabel("保留理由"), random);
      Instant killed = Instant.now();
      kill(page);
      page = window.page().context().newPage();
      opened = new Tasklist(new BrowserWindow(page, folder), "http://127.0.0.1:" + port);
      page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
      opened.openTaskWithId(task);
      String kept = opened.form().getByLabel("保留理由").inputValue();
      assertThat(kept).as("kill %s", kill).startsWith(typed.floorEntry(killed.minus(MOST_LOST)).getValue());
      assertThat(typed.lastEntry().getValue()).as("kill %s", kill).startsWith(kept);
    }
  }

  /** @return what stood in the field, by the moment at which it certainly did */
  private static NavigableMap<Instant, String> type(Page page, Locator field, Random random) {
    NavigableMap<Instant, String> typed = new TreeMap<>();
    field.focus();
    field.press("Control+End");
    Instant until = Instant.now().plus(MOST_LOST).plusMillis(random.nextInt(1_000, 4_000));
    while (Instant.now().isBefore(until)) {
      page.keyboard().insertText(String.valueOf((char) random.nextInt('一', '龥')));
      typed.put(Instant.now(), field.inputValue());
      page.waitForTimeout(random.nextInt(50, 900));
    }
    return typed;
  }

  private static void kill(Page page) {
    try {
      page.navigate("chrome://crash");
    } catch (PlaywrightException e) {
      assertThat(e).hasMessageContaining("crash");
    }
  }
}
