package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an official's day costs in clicks, fields and screens; the README beside this says no less than what is counted here. */
class EffortWalkIT extends WindingUpWalk {

  private static final String XINYANG = "411500";
  private static final String CHANGYUAN = "410728";
  private static final int ASSETS = 20;
  private static final Path README = Path.of("src/test/java/cn/gov/officecleanup/browser/README.md");

  private Effort effort;

  @Test
  void whatIsPublishedOfItIsWhatIsCounted(BrowserWindow opened) throws IOException {
    opened.page().setViewportSize(1366, 768);
    effort = new Effort(opened);
    open(opened, XINYANG);
    logInAs("gov411500");
    draft();
    logInAs("gov411500Leader");
    approve();
    open(opened, CHANGYUAN);
    beginDisposals();
    logInAs("gov410728");
    propose();
    logInAs("gov410728Leader");
    endorse();
    logInAs("gov410728");
    carryOut();
    logInAs("supervisors");
    supervise();
    effort.write(Path.of("target", "effort.md"));
    assertThat(published()).as("clicks and fields in the README")
        .isEqualTo(effort.costs()
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, cost -> List.of(cost.getValue().clicks(), cost.getValue().fields()))));
  }

  /** @return clicks and fields, by the name of the work */
  private static Map<String, List<Integer>> published() throws IOException {
    Pattern row = Pattern.compile("\\| ([^|]+) \\| [^|]* \\| (\\d+) \\| (\\d+) \\|.*");
    try (Stream<String> lines = Files.lines(README)) {
      return lines.map(row::matcher)
          .filter(matcher -> matcher.matches())
          .collect(Collectors.toMap(matcher -> matcher.group(1),
              matcher -> List.of(Integer.valueOf(matcher.group(2)), Integer.valueOf(matcher.group(3)))));
    }
  }

  private void draft() throws IOException {
    effort.begin();
    tasklist.openTaskAsItIs("起草保留申请");
    fillInRequest();
    fillInFacts();
    tasklist.fill("保留理由", "在郑务工经商人员较多，需要就近提供服务、协助处置突发事件。");
    tasklist.fill("促进经济合作", PLAN);
    tasklist.fill("参与社会管理", PLAN);
    tasklist.fill("提供公共服务", PLAN);
    tasklist.fill("接待服务和争取项目资金占工作量的百分比", "20");
    tasklist.fill("编制人数", "6");
    tasklist.fill("管理制度和绩效考核", "由市政府办公室管理，每年进行绩效考核。");
    tasklist.form()
        .locator("table[data-list=entities] tbody input[name=partBy]")
        .fill(LocalDate.now(EngineClock.ZONE).plusMonths(2).toString());
    attachAtOnce();
    window.screenshot("draft");
    tasklist.complete();
    effort.end("first draft");
  }

  /** A supervisor's two questions, from the address of the page on. */
  private void supervise() {
    Page page = window.page();
    effort.begin();
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/cockpit/default/");
    page.locator(".board-curve[data-drawn]").waitFor();
    assertThat(page.locator(".board-slow li button").count()).as("which are worst").isGreaterThanOrEqualTo(3);
    effort.end("the three worst cities");
    effort.begin();
    page.locator(".board-big button").first().click();
    page.locator(".board-list tbody tr").first().waitFor();
    window.screenshot("which-ones");
    effort.end("what makes a figure");
  }

  /** All kinds at once: the names of the files tell them. */
  private void attachAtOnce() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String kind : List.of("请示", "常务会议纪要", "管理制度", "脱钩证明或者承诺书")) {
      files.add(Files.writeString(folder.resolve(kind + ".pdf"), "%PDF-1.4 " + kind));
    }
    tasklist.form().getByLabel("一次选择多种附件").setInputFiles(files.toArray(Path[]::new));
    PlaywrightAssertions.assertThat(tasklist.form().locator(".documents-progress")).hasText("已上传4个。");
  }

  private void approve() {
    effort.begin();
    tasklist.openTaskAsItIs("派出地政府负责同志签批");
    tasklist.choose("签批结果", "同意上报");
    window.screenshot("approval");
    tasklist.complete();
    effort.end("an approval");
  }

  /** The county's office has as many things to scrap. */
  private void beginDisposals() {
    String abolition = abolition();
    complete(abolition, "confirmInventory", "gov410728",
        Map.of("inventory",
            IntStream.rangeClosed(1, ASSETS)
                .mapToObj(n -> SampleOffice.row("E%03d".formatted(n), AssetKind.EQUIPMENT, "10.00", "FOUND", "盘盈。"))
                .collect(Collectors.joining(",", "[", "]"))));
    complete(abolition, "approveInventory", "gov410728Finance", Map.of("opinion", "清查结果予以确认。"));
    complete(abolition, "confirmStaff", "gov410728", Map.of("staff", "[]"));
    casesOf("asset-disposal", ASSETS);
  }

  private void complete(String caseNumber, String step, String user, Map<String, Object> values) {
    String id = task(caseNumber, step).getId();
    identity.setAuthentication(user, List.of(user));
    try {
      tasks.complete(id, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private void propose() throws IOException {
    Locator dialog = table("提出处置方案");
    Locator first = dialog.locator("tbody tr").first();
    first.locator("[name=method]").selectOption("报废");
    first.locator("[name=titleState]").selectOption("权属清晰");
    first.locator("[name=reasons]").fill("机构撤销，依规报废。");
    fillDown(dialog, "处置方式", "权属情况", "处置理由");
    dialog.getByLabel("附件种类").selectOption("技术鉴定意见");
    dialog.getByLabel("附到每一件的附件").setInputFiles(Files.writeString(folder.resolve("鉴定.pdf"), "%PDF-1.4 opinion"));
    PlaywrightAssertions.assertThat(dialog.locator(".attached-told")).containsText("附到%d件".formatted(ASSETS));
    send(dialog, "20 assets proposed");
  }

  private void endorse() {
    Locator dialog = table("派出地政府审核");
    dialog.getByLabel("审核结果").selectOption("同意");
    send(dialog, "20 approvals");
  }

  private void carryOut() {
    Locator dialog = table("实施处置");
    Locator first = dialog.locator("tbody tr").first();
    first.locator("[name=partner]").fill("郑州回收公司");
    first.locator("[name=carriedOutOn]").fill(TODAY);
    first.locator("[name=price]").fill("0");
    fillDown(dialog, "受让人、接收单位、债权人或者回收企业", "成交、交接或者核销日期", "价款（元）");
    send(dialog, "20 assets carried out");
  }

  private static void fillDown(Locator dialog, String... columns) {
    for (String column : columns) {
      dialog.getByLabel("把第一行的“%s”填到以下各行".formatted(column)).click();
    }
  }

  /** From 工作台 to the dialog with all cases of a step. */
  private Locator table(String step) {
    Page page = window.page();
    page.locator(".lists-action a").waitFor();
    effort.begin();
    page.locator(".lists-action a").click();
    ready(page);
    page.getByLabel("环节").selectOption(step);
    page.locator("#filter button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*step=.+"));
    ready(page);
    page.getByLabel("全选").check();
    page.getByText("批量办理（%d件）".formatted(ASSETS)).click();
    Locator dialog = page.locator("dialog.together");
    dialog.waitFor();
    return dialog;
  }

  private static void ready(Page page) {
    page.locator("body[data-ready]").waitFor();
  }

  private void send(Locator dialog, String what) {
    window.screenshot("together");
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(dialog.locator(".progress-told")).containsText("已办理%d件".formatted(ASSETS));
    effort.end(what);
    window.page().navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
  }
}
