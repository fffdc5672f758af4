package cn.gov.officecleanup.browser;

import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What walks through a campaign have in common (C20, C21). It is started in the walk itself, whose clock goes ahead. */
abstract class CampaignWalk extends WindingUpWalk {

  static final LocalDate CLEANUP = LocalDate.now(EngineClock.ZONE).plusDays(40);
  static final int DAYS_TO_REPORT = 45;

  @Autowired
  Campaigns campaigns;
  @Autowired
  LocalityReports reports;

  String campaign;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  void daysLater(int days) {
    ClockUtil.offset(Duration.ofDays(days).toMillis());
  }

  /** The bureau, which is at work, starts a campaign whose reports are due in {@link #DAYS_TO_REPORT} days. */
  void startTheCampaign() {
    fillInCampaign(CLEANUP.plusDays(5));
    tasklist.screenshot("campaign-start");
    tasklist.submitStart();
    campaign = campaigns.running().orElseThrow().caseNumber();
  }

  void fillInCampaign(LocalDate report) {
    tasklist.startProcess("清理规范工作");
    tasklist.fill("工作名称", "全省清理规范工作");
    tasklist.fill("清理期限", CLEANUP.toString());
    tasklist.fill("报送期限", report.toString());
  }

  /** @return number of the report that the campaign has opened for a unit; waits for it */
  String reportOf(String unit) {
    return Awaitility.await()
        .atMost(2, TimeUnit.MINUTES)
        .until(() -> reports.of(campaign)
            .stream()
            .filter(report -> report.unitCode().equals(unit))
            .map(LocalityReport::caseNumber)
            .findFirst()
            .orElse(null), number -> number != null);
  }

  /** Fills a report in, all but what is said of single offices, and hands it in. */
  void write(String decision) {
    tasklist.fill("发现隐瞒或者变相保留的机构（个）", "0");
    tasklist.fill("移送纪检监察机关（件）", "0");
    tasklist.fill("受处分、处理人员（人）", "0");
    tasklist.fill("清理规范工作情况", "逐个清理，进展顺利，没有遗留。");
    tasklist.fill("存在的问题", "没有。");
    tasklist.fill("下一步打算", "加强管理。");
    tasklist.choose("处理方式", decision);
    tasklist.screenshot("report");
    tasklist.complete();
  }

  void write() {
    write("提交核查，无问题的报负责同志签发");
  }

  void leaderSigns(String unit, String opinion) throws IOException {
    by("gov" + unit + "Leader", reportOf(unit), "sign", () -> {
      tasklist.choose("签发结果", "签发，报省机关事务管理局");
      tasklist.fill("发文字号", "某函〔%d〕%s号".formatted(CLEANUP.getYear(), unit));
      decide("签发结果", "签发，报省机关事务管理局", "签发意见", opinion);
    });
  }

  void bureauReturns(String unit, String finding) throws IOException {
    by("provincialBureau", reportOf(unit), "review", () -> {
      tasklist.addRow("退回的问题", Map.of("问题和更正要求", finding, "依据", "《实施方案》关于报送工作总结的规定"));
      decide("审核结果", "退回", "审核意见", "需要补充。");
    });
  }

  void bureauAccepts(String unit, String opinion) throws IOException {
    by("provincialBureau", reportOf(unit), "review", () -> decide("审核结果", "接收", "审核意见", opinion));
  }

  /** @return number of the province's report, once it is the bureau's turn; waits for it */
  String summary() {
    return Awaitility.await()
        .atMost(2, TimeUnit.MINUTES)
        .until(() -> tasks.createTaskQuery()
            .taskDefinitionKey("inspect")
            .list()
            .stream()
            .map(task -> (String) tasks.getVariableLocal(task.getId(), "caseNumber"))
            .findFirst()
            .orElse(null), number -> number != null);
  }

  void inspect(String summary) throws IOException {
    by("provincialBureau", summary, "inspect", () -> {
      Locator results = tasklist.form().getByLabel("检查结果");
      for (int i = 0; i < results.count(); i++) {
        results.nth(i).selectOption(new SelectOption().setLabel("未发现问题"));
      }
      tasklist.screenshot("inspection");
      tasklist.complete();
    });
  }

  void compile(String summary) throws IOException {
    by("provincialBureau", summary, "compile", () -> {
      tasklist.fill("总体情况", "全省清理规范工作基本完成。");
      tasklist.fill("存在的问题", "部分单位报送不及时。");
      tasklist.fill("建议", "加强督促检查。");
      tasklist.screenshot("compile");
      tasklist.complete();
    });
  }

  void waive(String summary) throws IOException {
    by("provincialBureauLeader", summary, "waive", () -> {
      Locator reasons = tasklist.form().getByLabel("同意先行上报的理由");
      for (int i = 0; i < reasons.count(); i++) {
        reasons.nth(i).fill("材料正在核对");
      }
      tasklist.screenshot("waiver");
      tasklist.complete();
    });
  }

  void bureauSigns(String summary) throws IOException {
    by("provincialBureauLeader", summary, "bureauSign", () -> decide("签发结果", "签发请示，报省政府", "签发意见", "同意上报。"));
  }

  /** The provincial government proposes to agree, and its leader agrees. */
  void governmentApproves(String summary) throws IOException {
    by("gov410000", summary, "governmentReview", () -> decide("拟办结果", "拟同意，呈省政府负责同志审定", "拟办意见", "拟同意。"));
    by("gov410000Leader", summary, "governmentSign", () -> decide("审定结果", "同意，报国家机关事务管理局", "审定意见", "同意。"));
  }

  /** @param number of the receipt */
  void receive(String number, LocalDate day) {
    tasklist.fill("回执号", number);
    tasklist.fill("接收日期", day.toString());
    tasklist.screenshot("receipt");
    tasklist.complete();
  }
}
