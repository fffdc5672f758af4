package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.press;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Nothing that an official types is lost, and nothing that the forms do is silent, on the screens that offices have. */
class FormsWalkIT extends WindingUpWalk {

  private static final String XUCHANG = "411000";
  private static final String LUYI = "411628";
  private static final String YONGCHENG = "411481";
  private static final String ZHUMADIAN = "411700";
  private static final String ZHOUKOU = "411600";
  private static final Pattern KEPT = Pattern.compile("已自动保存 \\d{2}:\\d{2}");

  @Test
  void whatIsTypedIsKeptByItself(BrowserWindow one, BrowserWindow two) throws IOException {
    Tasklist second = new Tasklist(two, "http://127.0.0.1:" + port);
    onAnOfficesScreen(two);
    second.logIn("gov411000", "gov411000");
    open(one, XUCHANG);
    onAnOfficesScreen(one);
    logInAs("gov411000");
    String draft = task("draft").getId();
    String other = tasks.createTaskQuery()
        .taskCandidateGroup("gov411000")
        .includeAssignedTasks()
        .list()
        .stream()
        .map(Task::getId)
        .filter(id -> !id.equals(draft))
        .findFirst()
        .orElseThrow();
    Tasklist first = tasklist;
    first.openTaskWithId(draft);
    first.fill("保留理由", "在郑务工经商人员较多。");
    assertThat(kept(one)).containsText(KEPT);
    first.screenshot("kept");
    one.page().reload();
    first.openTaskWithId(draft);
    assertThat(first.form().getByLabel("保留理由")).hasValue("在郑务工经商人员较多。");

    first.fill("保留理由", "刚写的一句。");
    first.openTaskWithId(other);
    first.openTaskWithId(draft);
    assertThat(first.form().getByLabel("保留理由")).hasValue("刚写的一句。");

    second.openTaskWithId(draft);
    assertThat(second.form().getByLabel("保留理由")).hasValue("刚写的一句。");
    first.fill("保留理由", "甲窗口。");
    assertThat(kept(one)).containsText(KEPT);
    second.fill("保留理由", "乙窗口。");
    assertThat(kept(two)).containsText(Pattern.compile("您在另一窗口已于\\d{2}:\\d{2}保存此表单"));
    second.screenshot("elsewhere");
    two.page().getByText("保留本窗口的内容").click();
    assertThat(kept(two)).containsText(KEPT);
    first.fill("编制人数", "7");
    one.page().getByText("采用那里的内容").click();
    assertThat(first.form().getByLabel("保留理由")).hasValue("乙窗口。");
  }

  @Test
  void aFormOfTablesAloneAndOneThatBeginsAProcedureAreKeptAsWell(BrowserWindow window) throws IOException {
    open(window, LUYI);
    onAnOfficesScreen(window);
    logInAs("gov411628");
    tasklist.startProcess("委托代理");
    tasklist.fill("事由", "外出学习");
    assertThat(kept(window)).containsText(KEPT);
    tasklist.screenshot("start-kept");
    tasklist.cancelStart();
    window.page().reload();
    tasklist.startProcess("委托代理");
    assertThat(tasklist.form().getByLabel("事由")).hasValue("外出学习");
    tasklist.cancelStart();

    String inventory = task(abolition(), "confirmInventory").getId();
    tasklist.openTaskWithId(inventory);
    tasklist.form().locator("button.table-add").click();
    assertThat(window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("暂存"))).isEnabled();
    lastRow().getByLabel("资产名称").fill("会议桌");
    assertThat(kept(window)).containsText(KEPT);
    window.page().reload();
    tasklist.openTaskWithId(inventory);
    assertThat(lastRow().getByLabel("资产名称")).hasValue("会议桌");
  }

  @Test
  void whatIsMissingIsToldAboveTheFormAndLeadsToItsField(BrowserWindow window) throws IOException {
    open(window, ZHUMADIAN);
    onAnOfficesScreen(window);
    logInAs("gov411700");
    tasklist.openTaskWithId(task("draft").getId());
    Locator reasons = tasklist.form().getByLabel("保留理由");
    Locator limits = tasklist.form().locator("#" + reasons.getAttribute("aria-describedby"));
    assertThat(limits).containsText(Pattern.compile("最多\\d+个字。"));
    org.assertj.core.api.Assertions.assertThat(tasklist.refusedComplete()).contains("处需要补充或者改正", "“保留理由”不能为空，请填写。", "“是否接受过审计”不能为空，请选择。");
    Locator told = tasklist.form().locator(".form-faults");
    assertThat(told).isInViewport();
    tasklist.screenshot("missing");
    nothingIsWrong(window.page(), ".cleanup-form");
    press(window.page(), told.getByText("“保留理由”不能为空"), "Enter");
    assertThat(reasons).isFocused();
    assertThat(reasons).isInViewport();
    reasons.fill("短");
    assertThat(limits).containsText(Pattern.compile("还差\\d+个字|还可以填写\\d+个字"));
    reasons.fill("在郑务工经商人员较多，需要就近提供服务，并联系在郑企业和商会。");
    reasons.blur();
    assertThat(told.getByText("“保留理由”")).hasCount(0);
    tasklist.screenshot("fewer-missing");
  }

  @Test
  void theListStaysWhereTheOfficialIs(BrowserWindow window) {
    open(window, "410300");
    onAnOfficesScreen(window);
    logInAs("gov410300");
    Page page = window.page();
    page.locator("ol.tasks-list li.task").nth(3).waitFor();
    page.locator("ol.tasks-list li.task").nth(1).hover();
    page.mouse().wheel(0, 250);
    page.waitForCondition(() -> scrolled(page) > 100);
    page.evaluate("() => { document.querySelector('ol.tasks-list li').dataset.before = 'true'; }");
    int before = scrolled(page);
    page.waitForFunction("() => document.querySelector('ol.tasks-list li.task:first-child:not([data-before])')");
    page.waitForCondition(() -> scrolled(page) == before);
    window.screenshot("list");
  }

  @Test
  void aWideTableIsReadWholeAndARowFilledInInADialog(BrowserWindow window) throws IOException {
    open(window, YONGCHENG);
    onAnOfficesScreen(window);
    logInAs("gov411481");
    tasklist.openTaskWithId(task(abolition(), "confirmInventory").getId());
    Locator table = tasklist.form().locator("table[data-list]");
    tasklist.form().locator("button.table-add").click();
    lastRow().locator("input").first().focus();
    press(window.page(), lastRow().getByText("编辑"), "Enter");
    Locator dialog = window.page().locator("dialog.row-dialog");
    dialog.waitFor();
    nothingIsWrong(window.page(), "dialog");
    dialog.getByLabel("资产编号").fill("永驻2015-000123456");
    dialog.getByLabel("资产名称").fill("驻郑州办事处会议室会议桌");
    dialog.getByLabel("资产类别").selectOption("INTANGIBLE");
    tasklist.screenshot("row");
    press(window.page(), dialog.getByText("确定"), "Enter");
    assertThat(lastRow().getByLabel("资产名称")).hasValue("驻郑州办事处会议室会议桌");
    assertThat(kept(window)).containsText(KEPT);
    org.assertj.core.api.Assertions
        .assertThat(table.evaluate("table => [...table.querySelectorAll('tbody input')].filter(input => "
            + "input.scrollWidth > input.clientWidth + 1).map(input => input.name + ' ' + input.value)"))
        .as("cut off")
        .isEqualTo(List.of());
    org.assertj.core.api.Assertions
        .assertThat(table.evaluate("table => [...table.querySelectorAll('tbody select')].every(select => " + "select.clientWidth > 60)"))
        .as("choices are read")
        .isEqualTo(true);
    org.assertj.core.api.Assertions.assertThat(table.evaluate("table => { const place = table.parentElement; place.scrollLeft = 10000; "
        + "const left = table.querySelector('tbody td').getBoundingClientRect().left - place.getBoundingClientRect().left; "
        + "return place.scrollWidth > place.clientWidth && Math.abs(left) < 3; }")).as("the first column stays").isEqualTo(true);
    tasklist.screenshot("scrolled");
  }

  /**
   * Every form, in the place of those of two open tasks, in a case of which more is known than goes on a screen: the first thing to fill in
   * or to press is on the first screen all the same.
   */
  @Test
  void everyFormBeginsOnTheFirstScreenHoweverMuchIsKnown(BrowserWindow window) throws IOException {
    open(window, ZHUMADIAN);
    onAnOfficesScreen(window);
    logInAs("gov411700");
    Page page = window.page();
    AtomicReference<String> form = new AtomicReference<>("");
    page.route(Pattern.compile(".*/task/[^/]+/deployed-form.*"),
        route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=UTF-8").setBody(form.get())));
    page.route(Pattern.compile(".*/api/cleanup/tasks/[^/]+/form"), route -> route
        .fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(muchKnown(route.fetch().text(), form.get()))));
    List<String> open = tasks.createTaskQuery()
        .taskCandidateGroup("gov411700")
        .includeAssignedTasks()
        .list()
        .stream()
        .map(Task::getId)
        .toList();
    List<String> further = new ArrayList<>();
    int opened = 0;
    for (Path file : formsOfTasks()) {
      form.set(Files.readString(file));
      String task = open.get(opened++ % 2);
      page.evaluate("task => { location.hash = '#/?task=' + task; }", task);
      page.locator("form.cleanup-form[data-task='" + task + "'][data-ready=true]").waitFor();
      if (!Boolean.TRUE.equals(page.evaluate(BEGINS_ON_FIRST_SCREEN))) {
        further.add(file.getFileName().toString());
        window.screenshot("below-" + file.getFileName());
      }
      if (file.endsWith("bureau-acceptance.html")) {
        window.screenshot("folded");
      }
      if (file.endsWith("register-import-preview.html")) {
        // what is folded says what it holds
        assertThat(page.locator(".case-known[data-known=shown] > summary")).hasText("新增和更新的内容（1项）、登记后自动启动的案件（1项）");
      }
    }
    // what an official unfolds stays so, and would be unfolded in the forms that follow
    page.locator(".case-known summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".case-known").first()).hasAttribute("open", "");
    org.assertj.core.api.Assertions.assertThat(opened).as("forms").isGreaterThan(60);
    org.assertj.core.api.Assertions.assertThat(further).as("begin below the first screen").isEmpty();
  }

  private static final String BEGINS_ON_FIRST_SCREEN = "() => { const form = document.querySelector('form.cleanup-form');"
      + " const first = [...form.querySelectorAll('input, select, textarea, button.table-add')]"
      + ".find(input => input.getClientRects().length > 0"
      + " && !input.readOnly && !input.matches('.sr-only') && !input.closest('case-overview, .case-handling, .case-previews'));"
      + " const place = first.getBoundingClientRect(), pane = form.closest('.content').getBoundingClientRect();"
      + " return place.top >= pane.top && place.top + Math.min(place.height, 40)"
      + " <= document.querySelector('.form-pane .form-actions').getBoundingClientRect().top; }";

  private static List<Path> formsOfTasks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      return files.filter(file -> file.toString().endsWith(".html")).filter(file -> {
        try {
          return Files.readString(file).contains("<case-overview>");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }).sorted().toList();
    }
  }

  /** @return the answer for a form, as in a case with a long history */
  private static String muchKnown(String answer, String html) {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode open = (ObjectNode) json.readTree(answer);
      for (int i = 0; i < 12; i++) {
        open.withArray("facts").addObject().put("section", "基本情况").put("label", "项目" + i).put("value", "数值和说明，较长的一行。".repeat(4));
        open.withArray("opinions")
            .addObject()
            .put("levelName", "河南省机关事务管理局")
            .put("stepName", "审核")
            .put("decisionLabel", "同意")
            .put("words", "情况属实，拟同意。".repeat(3))
            .put("userName", "样例经办人")
            .put("givenAt", "2015-10-01T01:00:00Z");
      }
      for (int i = 0; i < 4; i++) {
        open.withArray("findings").addObject().put("message", "职能方案过于简略，请补充。".repeat(5)).put("basis", "《实施方案》");
      }
      open.withArray("previews").addObject().put("value", "reply").put("label", "批复");
      ObjectNode values = open.putObject("values");
      Document form = Jsoup.parse(html);
      form.select("output[name]").forEach(output -> values.put(output.attr("name"), "100"));
      form.select("table[data-rows=fixed]")
          .forEach(table -> values.putArray(table.attr("data-list"))
              .addObject()
              .put(Jsoup.parse("<table>" + table.selectFirst("template").html() + "</table>").selectFirst("[type=hidden]").attr("name"),
                  "1"));
      open.putNull("draft");
      return open.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSignInThatIsLostLosesNothingThatWasTyped(BrowserWindow window) throws IOException {
    open(window, ZHOUKOU);
    onAnOfficesScreen(window);
    Page page = window.page();
    Locator told = page.locator(".sign-in-lost");
    logInAs("gov411600");
    tasklist.openTaskWithId(task("draft").getId());
    page.context().clearCookies();
    tasklist.fill("保留理由", "会话失效以后写的。");
    assertThat(told).containsText("您的登录已失效，请重新登录；已填写的内容没有丢失");
    window.screenshot("signed-out");
    page.locator("form[name=signinForm] input[type=text]").fill("gov411600");
    page.locator("form[name=signinForm] input[type=password]").fill("gov411600");
    page.locator("form[name=signinForm] button[type=submit]").click();
    assertThat(tasklist.form().getByLabel("保留理由")).hasValue("会话失效以后写的。");
    assertThat(told).hasCount(0);
    page.reload();
    tasklist.openTaskWithId(task("draft").getId());
    assertThat(tasklist.form().getByLabel("保留理由")).hasValue("会话失效以后写的。");
    tasklist.logOut();
    assertThat(told).hasCount(0);
  }

  /**
   * As its own developer tools count what comes over the line, heads and bodies; from an address that is not this machine's it is as much.
   */
  @Test
  void theFirstUseTakesEightSecondsOfASlowLineAndTheNextNone(BrowserWindow window) {
    open(window, XUCHANG);
    Page page = window.page();
    Locator listed = page.locator("ol.tasks-list li.task").first();
    Traffic first = traffic(page, () -> {
      tasklist.logIn("gov411000", "gov411000");
      listed.waitFor();
    });
    Traffic next = traffic(page, () -> {
      page.navigate("about:blank");
      page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
      listed.waitFor();
    });
    org.assertj.core.api.Assertions.assertThat(first.bytes()).as("%s, at 1 Mbit/s", first).isBetween(100_000L, 1_000_000L);
    org.assertj.core.api.Assertions.assertThat(next.bytes())
        .as("%s, of which nothing is a file that has not changed", next)
        .isLessThan(80_000L);
  }

  /** The libraries, the styles, what the configuration needs, and the forms'. */
  @Test
  void aLoadThatFailsSaysSoAndOffersToTryAgain(BrowserWindow window) {
    Page page = window.page();
    Locator told = page.locator(".load-failed");
    for (String part : List.of("tasklist-deps.js", "camunda-tasklist-bootstrap.css", "language.js", "cleanup-forms.js")) {
      page.route("**/" + part + "*", Route::abort);
      page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
      assertThat(told).containsText("页面没有加载完整，请检查网络后重试。");
      window.screenshot(part);
      page.unroute("**/" + part + "*");
      told.getByText("重新加载").click();
      assertThat(page.locator("form[name=signinForm]")).isVisible();
      assertThat(told).hasCount(0);
    }
  }

  private static Traffic traffic(Page page, Runnable use) {
    AtomicLong bytes = new AtomicLong();
    AtomicInteger requests = new AtomicInteger();
    CDPSession tools = page.context().newCDPSession(page);
    tools.on("Network.loadingFinished", finished -> {
      long sent = finished.get("encodedDataLength").getAsLong();
      bytes.addAndGet(sent);
      requests.addAndGet(sent > 0 ? 1 : 0);
    });
    tools.send("Network.enable");
    use.run();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    tools.detach();
    return new Traffic(bytes.get(), requests.get());
  }

  private record Traffic(long bytes, int requests) {
  }

  private static int scrolled(Page page) {
    return ((Number) page.evaluate("() => document.querySelector('.column-center.tasks-list > .content').scrollTop")).intValue();
  }

  private Locator lastRow() {
    return tasklist.form().locator("table[data-list] tbody tr").last();
  }

  private static Locator kept(BrowserWindow window) {
    return window.page().locator(".draft-kept");
  }

  private static void onAnOfficesScreen(BrowserWindow window) {
    window.page().setViewportSize(1366, 768);
  }
}
