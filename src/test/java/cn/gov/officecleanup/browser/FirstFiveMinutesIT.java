package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.testkit.Applications;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * “The first five minutes” of the README, step by step as they stand there, in a demo and by a clock of its own. What README has one try to
 * do wrong is tried.
 */
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:first-five-minutes")
@Tag(Applications.ITS_OWN)
class FirstFiveMinutesIT extends CampaignWalk {

  private static final double MOVING_MILLIS = 300_000;
  private static final String CONDITION = "每年报告职能履行情况。";
  private static final String STAFF = """
    姓名,身份证号码,出生日期,性别,人员身份,职务岗位,入职日期,申报的近亲属
    李当地,410102198505121213,1985-05-12,男,当地聘用人员,司机,2010-03-01,李小妹
    """;

  @Autowired
  private Clock clock;

  private String application;

  @Test
  void everyStepIsAsTheReadmeHasIt(BrowserWindow window) throws IOException {
    open(window, "410300");
    apply();
    approve();
    windUp();
    audit();
    report();
    watch();
    findAgain();
    workTogether();
  }

  private void apply() throws IOException {
    application = cases.openCaseOf(office().id(), "retention-application").orElseThrow().caseNumber();
    by("gov410300", application, "draft", () -> {
      assertThat(tasklist.refusedComplete()).as("required fields that are empty").contains("不能为空");
      tasklist.screenshot("what-is-missing");
      writeDraft();
      tasklist.complete();
    });
    by("gov410300", application, "correct", () -> {
      assertThat(shown()).as("attachments that were left out").contains("缺少派出地政府的请示");
      tasklist.screenshot("to-be-corrected");
      attach("请示", "常务会议纪要", "管理制度", "脱钩证明或者承诺书");
      tasklist.complete();
    });
  }

  private void approve() throws IOException {
    by("gov410300Leader", application, "sign", () -> decide("签批结果", "同意上报", "签批意见", "同意，请省局审核。"));
    by("provincialBureau", application, "accept", () -> {
      assertThat(shown()).contains("同意，请省局审核。", "牡丹宾馆");
      decide("收文办理结果", "收文办理", "收文办理意见", "材料齐全。");
    });
    departmentsAgree();
    by("provincialBureau", application, "review", () -> {
      assertThat(shown()).as("all earlier opinions").contains("同意，请省局审核。", "没有不同意见。");
      decide("审核结果", "先行实地核查", "审核意见", "核查办公用房。");
    });
    by("provincialBureau", application, "siteCheck", () -> {
      tasklist.fill("核查日期", LocalDate.now(clock).toString());
      tasklist.fill("核查人员", "张三、李四");
      tasklist.fill("核查情况", "办公用房三间，与申请一致。");
      attach("实地核查记录");
      tasklist.complete();
    });
    by("provincialBureau", application, "review", () -> {
      assertThat(shown()).contains("办公用房三间，与申请一致。");
      tasklist.fill("建议的条件", CONDITION);
      assertThat(tasklist.preview("同意的批复").innerText()).contains("河南省人民政府", "〕　号", CONDITION);
      tasklist.screenshot("preview");
      tasklist.closeDocument();
      decide("审核结果", "建议批准", "审核意见", "确有需要，职能方案符合要求。");
    });
    by("provincialBureauLeader", application, "bureauSign", () -> decide("签署结果", "同意，报省政府", "签署意见", "报省政府。"));
    by("gov410000", application, "approve", () -> {
      assertThat(shown()).contains("确有需要，职能方案符合要求。", "报省政府。", "审核意见.docx");
      decide("拟办结果", "拟同意", "拟办意见", "确有需要。");
    });
    by("gov410000Leader", application, "issue", () -> {
      assertThat(tasklist.preview("批复稿").innerText()).contains("同意保留", "〕　号", CONDITION);
      tasklist.closeDocument();
      decide("签发结果", "签发", "签发意见", "同意。");
    });
    by("gov410300", application, "receive", () -> {
      assertThat(text(downloadReply())).contains("洛阳市人民政府", "《关于办事处有关事项的请示》（样政文〔2015〕58号）", "同意保留", "豫政函〔", CONDITION);
      tasklist.tick("已收到批复并将按批复执行");
      tasklist.screenshot("reply");
      tasklist.complete();
    });
    String parting = cases.openCasesOf("entity-decoupling")
        .stream()
        .filter(parted -> parted.governmentCode().equals("410300"))
        .findFirst()
        .orElseThrow()
        .caseNumber();
    by("gov410300", parting, "plan", () -> {
      assertThat(shown()).as("due on the promised day").contains("牡丹宾馆", InWords.day(promised()));
      tasklist.screenshot("decoupling");
    });
    tasklist.startProcess("保留事项变更");
    startFormIsShown();
    tasklist.screenshot("change");
    tasklist.cancelStart();
    logInAs("provincialBureau");
    tasklist.startProcess("导出登记册");
    tasklist.submitStart();
    tasklist.openTask("下载登记册");
    assertThat(shown()).contains("经批准保留的办事机构名单");
  }

  private void startFormIsShown() {
    window.page().locator(".modal-dialog form.cleanup-form[data-ready=true]").waitFor();
  }

  private void windUp() throws IOException {
    government = "410181";
    assertThat(casesOf("asset-disposal", 2)).as("Gongyi is at its assets").hasSize(2);
    assertThat(casesOf("staff-placement", 2)).as("and people").hasSize(2);
    government = "410225";
    String abolition = abolition();
    by(official(), abolition, "confirmInventory", tasklist::complete);
    approveInventory(abolition);
    by(official(), abolition, "confirmStaff", () -> {
      tasklist.upload("从文件读入（CSV或者XLSX）", Files.writeString(folder.resolve("staff.csv"), STAFF));
      PlaywrightAssertions.assertThat(tasklist.form().locator("table[data-list=staff] tbody tr")).hasCount(1);
      tasklist.complete();
    });
    sell(casesOf("asset-disposal", 2).stream()
        .filter(number -> cases.find(number).orElseThrow().title().startsWith("F-01"))
        .findFirst()
        .orElseThrow());
    String placement = casesOf("staff-placement", 1).get(0);
    by(official(), placement, "plan", () -> {
      tasklist.fill("生效日期", "2015-08-03");
      tasklist.choose("安置方式", "协商解除劳动合同");
      tasklist.fill("本人前十二个月平均工资（元）", "3000");
      tasklist.fill("当地上年度职工月平均工资（元）", "3500");
      tasklist.fill("当地月最低工资标准（元）", "1600");
      tasklist.complete();
    });
    by(official() + "Personnel", placement, "confirm", () -> decide("确认结果", "确认", "确认意见", "同意。"));
  }

  private void sell(String sale) throws IOException {
    propose(sale, "出售", "权属证明");
    appraise(sale, "1000000");
    approve(sale);
    announce(sale, "900000");
    bid(sale, "成交");
    by(official(), sale, "carryOut", () -> {
      fillSale("李小妹", "899999.99");
      attach("成交确认书和合同", "交接单", "过户或者注销登记证明");
      tasklist.complete();
    });
    by(official(), sale, "carryOut", () -> {
      assertThat(shown()).contains("申报的近亲属，不得受让", "低于公告的起始价");
      tasklist.screenshot("sale-refused");
      fillSale("郑州甲公司", "900000");
      tasklist.complete();
    });
    by(official() + "Finance", sale, "receive", () -> {
      assertThat(tasklist.refusedComplete()).as("without a receipt").contains("“缴库记录”至少填写一行");
      fillReceipt("豫财9001", "900000");
      attach("财政票据");
      tasklist.complete();
    });
  }

  private void audit() {
    logInAs("audit");
    tasklist.startProcess("资产台账核查");
    tasklist.submitStart();
    tasklist.openTask("审阅核查结果");
    assertThat(shown()).contains("记录完整", ".xlsx");
    tasklist.screenshot("ledgers");
    tasklist.fill("审阅意见", "账实相符。");
    tasklist.complete();
  }

  private void report() throws IOException {
    campaign = campaigns.running().orElseThrow().caseNumber();
    String report = reportOf("410600");
    by("gov410600", report, "nil", () -> {
      tasklist.tick("确认本地、本部门没有驻省会城市办事机构，报零报告");
      tasklist.complete();
    });
    by("gov410600Leader", report, "sign", () -> {
      tasklist.choose("签发结果", "签发，报省机关事务管理局");
      tasklist.fill("发文字号", "鹤政函〔%d〕9号".formatted(LocalDate.now(clock).getYear()));
      decide("签发结果", "签发，报省机关事务管理局", "签发意见", "情况属实。");
    });
    bureauAccepts("410600", "接收。");
    logInAs("gov410000Dept01");
    tasklist.openTask("填报清理情况");
    assertThat(shown()).contains("还有");
    logInAs("provincialBureau");
    LocalDate today = LocalDate.now(clock);
    tasklist.startProcess("清理规范工作");
    tasklist.fill("工作名称", "又一次清理规范工作");
    tasklist.fill("清理期限", today.plusDays(40).toString());
    tasklist.fill("报送期限", today.plusDays(45).toString());
    assertThat(tasklist.refusedStart()).contains("正在进行");
    tasklist.cancelStart();
    pastTheReportDeadline();
    String summary = summary();
    inspect(summary);
    compile(summary);
    by("provincialBureauLeader", summary, "waive",
        () -> assertThat(tasklist.form().locator("table[data-list=missing]").innerText()).contains("洛阳市人民政府").doesNotContain("鹤壁市人民政府"));
    waive(summary);
    bureauSigns(summary);
    governmentApproves(summary);
    by("nationalBureau", summary, "receive", () -> {
      Path docx = window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("的报告.docx")).first());
      assertThat(text(docx)).contains("国家机关事务管理局：", "鹤壁市人民政府", "缺报单位", "合计");
      receive("国管函〔%d〕9号".formatted(LocalDate.now(clock).getYear()), LocalDate.now(clock));
    });
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(summary).count()).as("the receipt ends the province's report").isZero();
  }

  /** On the start page, whose clock needs nobody to sign in and signs nobody out. */
  private void pastTheReportDeadline() {
    Page page = window.page();
    LocalDate deadline = campaigns.get(campaign).reportDeadline();
    LocalDate today = LocalDate.now(clock);
    page.navigate(address("/"));
    Locator clockShown = page.locator("#sample-time");
    PlaywrightAssertions.assertThat(clockShown).containsText("与实际时间相同");
    window.screenshot("start");
    assertThat(page.request().post(address("/sample-clock/NEXT_DAY")).status()).as("another server's page asks").isEqualTo(404);
    page.evaluate("() => Promise.all([1, 2].map(() => fetch('sample-clock/NEXT_DAY', {method: 'POST', headers: {'X-Sample-Clock': ''}})))");
    page.reload();
    settled();
    assertThat(LocalDate.now(clock)).as("two at once, one after the other").isEqualTo(today.plusDays(2));
    page.locator("button[data-aim=AFTER_REPORT]").click();
    window.screenshot("moving");
    settled();
    PlaywrightAssertions.assertThat(page.locator("#sample-told")).containsText("督促办理逾期事项");
    assertThat(clockShown.innerText()).contains("比实际时间快");
    assertThat(LocalDate.now(clock)).isEqualTo(deadline.plusDays(1));
    List<Rule> wrong = new AxeBuilder(page).analyze().getViolations();
    assertThat(wrong).extracting(Rule::getId).isEmpty();
    window.screenshot("moved");
    page.navigate(address("/camunda/app/tasklist/default/"));
    PlaywrightAssertions.assertThat(page.locator(".navbar-brand.app-banner")).isVisible();
    tasklist.chooseFilter("督办");
    // by the sample's time: by the browser's it would be months
    PlaywrightAssertions.assertThat(page.locator(".tasks-list li.task .due-date").first()).containsText(Pattern.compile("\\d天后"));
    tasklist.screenshot("urged");
    // to which Tasklist goes back by itself, and closes what is open
    tasklist.chooseFilter("全部待办");
  }

  private void settled() {
    PlaywrightAssertions.assertThat(window.page().locator("#clock:not([data-moving]) #sample-told"))
        .containsText("都已处理完毕", new LocatorAssertions.ContainsTextOptions().setTimeout(MOVING_MILLIS));
  }

  private void watch() {
    Page page = window.page();
    Locator board = board("supervisors");
    onAPastDay(board);
    board.locator(".board-map button").filter(new Locator.FilterOptions().setHasText("安阳")).click();
    page.locator(".board-list a").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^BL"))).first().click();
    page.locator("#content[data-drawn]").waitFor();
    PlaywrightAssertions.assertThat(page.locator(".diagram .here").first()).isAttached();
    assertThat(page.locator("main").innerText()).contains("安阳市人民政府驻郑州办事处", "已逾期");
    window.screenshot("late-case");
    assertThat(board("gov410300Leader").locator(".board-units tbody:not(.board-total) th").allInnerTexts()).containsExactly("洛阳市人民政府");
    logInAs("provincialBureau");
    assertThat(tasks.createTaskQuery().taskDefinitionKey("supervise").taskCandidateGroup("provincialBureau").list()).isNotEmpty();
  }

  /** Many days have gone by on the sample's clock: one of them is looked at, with the figures of its evening. */
  private void onAPastDay(Locator board) {
    Locator late = board.locator(".board-big button").filter(new Locator.FilterOptions().setHasText("逾期事项"));
    Locator number = late.locator(".board-number");
    String now = number.innerText();
    LocalDate past = LocalDate.now(clock).minusDays(40);
    board.locator("#board-day").fill(past.toString());
    PlaywrightAssertions.assertThat(board.locator(".board-curve").locator("xpath=ancestor::figure")).containsText("截至" + InWords.day(past));
    assertThat(number.innerText()).as("as many were late on that evening").isNotEqualTo(now);
    window.screenshot("past-day");
    late.click();
    PlaywrightAssertions.assertThat(window.page().locator(".board-list h2")).containsText(InWords.day(past) + "结束时");
    window.screenshot("past-day-which");
    window.page().locator(".board-list").getByText("关闭").click();
    board.getByText("现在", new Locator.GetByTextOptions().setExact(true)).click();
    PlaywrightAssertions.assertThat(number).hasText(now);
  }

  private Locator board(String user) {
    Page page = window.page();
    logInAs(user);
    page.navigate(address("/camunda/app/cockpit/default/"));
    Locator board = page.locator(".progress-board");
    board.locator(".board-total").waitFor();
    window.screenshot("board");
    return board;
  }

  private void findAgain() {
    Page page = window.page();
    page.locator(".cases-action a").click();
    page.locator("body[data-ready]").waitFor();
    page.getByLabel("编号或者名称").fill("lyszzbsc");
    page.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#content")).containsText("洛阳市人民政府驻郑州办事处");
    page.locator("a[href*='case=BL']").first().click();
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).contains("审批单", "关联案件");
    String open = cases.openCasesOf("retention-application")
        .stream()
        .filter(opened -> opened.governmentCode().equals("410500"))
        .findFirst()
        .orElseThrow()
        .caseNumber();
    logInAs("gov410500");
    page.navigate(address("/camunda/lib/cleanup/cases.html?case=" + open));
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).as("of one's own case that others have").contains("催办");
    logInAs("provincialBureau");
    page.navigate(address("/camunda/lib/cleanup/lists.html"));
    page.locator("body[data-ready]").waitFor();
    assertThat(page.locator("#lists").innerText()).contains("待办", "待阅", "我发起的", "已办");
    window.screenshot("lists");
  }

  private void workTogether() {
    Page page = window.page();
    page.locator("table.rows tbody tr").filter(new Locator.FilterOptions().setHasText("督促办理逾期事项")).first().waitFor();
    Locator urged = page.locator("table.rows tbody tr").filter(new Locator.FilterOptions().setHasText("督促办理逾期事项"));
    urged.nth(0).locator("input[type=checkbox]").check();
    urged.nth(1).locator("input[type=checkbox]").check();
    page.getByText("批量办理（2件）").click();
    Locator dialog = page.locator("dialog.together");
    dialog.getByLabel("督办措施").selectOption(new SelectOption().setLabel("已督促承办单位限期办结"));
    dialog.getByLabel("督办情况").fill("已电话督促，三日内办结。");
    window.screenshot("together");
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(dialog.locator(".progress-told")).hasText("已办理2件。");
    page.navigate(address("/camunda/app/tasklist/default/"));
    // of a report; what is about people does not go round
    tasklist.openTaskWithId(tasks.createTaskQuery()
        .taskDefinitionKey("supervise")
        .taskCandidateGroup("provincialBureau")
        .processInstanceBusinessKeyLike("BG-%")
        .list()
        .get(0)
        .getId());
    assertThat(tasklist.form().locator(".case-handling").innerText()).contains("转办", "征求意见", "协办", "传阅", "备注");
    tasklist.form().locator(".phrases").getByText("请按规定抓紧办理。").first().click();
    tasklist.screenshot("handling");
    tasklist.startProcess("委托代理");
    tasklist.choose("代理人", "省机关事务管理局经办人（二）");
    startFormIsShown();
    tasklist.screenshot("standing-in");
    tasklist.cancelStart();
  }

  private void writeDraft() {
    fillInRequest();
    fillInFacts();
    tasklist.fill("保留理由", "在郑务工经商人员较多，需要就近提供服务、协助处置突发事件。");
    tasklist.fill("促进经济合作", PLAN);
    tasklist.fill("参与社会管理", PLAN);
    tasklist.fill("提供公共服务", PLAN);
    tasklist.fill("接待服务和争取项目资金占工作量的百分比", "20");
    tasklist.fill("编制人数", "6");
    tasklist.fill("管理制度和绩效考核", "由市政府办公室管理，每年进行绩效考核。");
    Locator hotels = tasklist.form().locator("table[data-list=entities] tbody input[name=partBy]");
    for (int i = 0; i < hotels.count(); i++) {
      hotels.nth(i).fill(promised().toString());
    }
  }

  private LocalDate promised() {
    return LocalDate.now(clock).plusMonths(2);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
