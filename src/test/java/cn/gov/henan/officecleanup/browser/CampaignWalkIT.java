package cn.gov.henan.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.henan.officecleanup.campaign.Campaigns;
import cn.gov.henan.officecleanup.platform.EngineClock;
import cn.gov.henan.officecleanup.report.LocalityReport;
import cn.gov.henan.officecleanup.report.LocalityReports;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Walks a campaign through the running demo: the bureau starts it, one locality's report is returned once, another's is late, the rest are let go by name, and
 * the summary reaches the national bureau's receipt (C14, C20, C21). On a database and a clock of its own.
 */
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:campaign-walk", "cleanup.demo.cases=false"})
class CampaignWalkIT extends WindingUpWalk {

  private static final String RETURNED = "410600";
  private static final String LATE = "410700";
  private static final LocalDate CLEANUP = LocalDate.now(EngineClock.ZONE).plusDays(40);

  @Autowired
  private Campaigns campaigns;
  @Autowired
  private LocalityReports reports;

  private String campaign;

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @Test
  void twoLocalitiesReportAndTheSummaryReachesTheNationalBureau(BrowserWindow window) throws IOException {
    open(window, RETURNED);
    tasklist.logIn("provincialBureau", "provincialBureau");
    atWork = "provincialBureau";
    startTheCampaign();
    String returned = caseOf(RETURNED);
    by("gov" + RETURNED, returned, "fill", () -> {
      assertThat(tasklist.form().innerText()).contains("清理前机构", "1个", "还有45天");
      write();
    });
    by("gov" + RETURNED + "Leader", returned, "sign", () -> decide("签发结果", "签发，报省机关事务管理局", "签发意见", "同意报送。"));
    by("provincialBureau", returned, "review", () -> {
      assertThat(tasklist.form().innerText()).contains("逐个清理，进展顺利", "按期报送");
      tasklist.addRow("退回的问题", Map.of("问题和更正要求", "请补充经营性实体情况", "依据", "报送要求（第二十条）"));
      decide("审核结果", "退回", "审核意见", "需要补充。");
    });
    by("gov" + RETURNED, returned, "correct", () -> {
      assertThat(tasklist.form().innerText()).contains("请补充经营性实体情况");
      write();
    });
    by("gov" + RETURNED + "Leader", returned, "sign", () -> decide("签发结果", "签发，报省机关事务管理局", "签发意见", "已补充。"));
    by("provincialBureau", returned, "review", () -> decide("审核结果", "接收", "审核意见", "接收。"));

    ClockUtil.offset(Duration.ofDays(47).toMillis());
    String late = caseOf(LATE);
    by("gov" + LATE, late, "fill", () -> {
      assertThat(tasklist.form().innerText()).contains("已逾期2天");
      write();
    });
    by("gov" + LATE + "Leader", late, "sign", () -> decide("签发结果", "签发，报省机关事务管理局", "签发意见", "迟报，请谅解。"));
    by("provincialBureau", late, "review", () -> {
      assertThat(tasklist.form().innerText()).contains("逾期2天");
      decide("审核结果", "接收", "审核意见", "接收，注明逾期。");
    });
    summaryTo("国管函〔%d〕9号".formatted(CLEANUP.getYear()));
  }

  private void startTheCampaign() {
    tasklist.startProcess("清理规范行动");
    tasklist.fill("行动名称", "全省清理规范行动");
    tasklist.fill("清理期限", CLEANUP.toString());
    tasklist.fill("报送期限", CLEANUP.minusDays(1).toString());
    assertThat(tasklist.refusedStart()).contains("不能早于清理期限");
    tasklist.fill("报送期限", CLEANUP.plusDays(5).toString());
    tasklist.screenshot("campaign-start");
    tasklist.submitStart();
    campaign = campaigns.running().orElseThrow().caseNumber();
    tasklist.startProcess("清理规范行动");
    tasklist.fill("行动名称", "全省清理规范行动");
    tasklist.fill("清理期限", CLEANUP.toString());
    tasklist.fill("报送期限", CLEANUP.toString());
    assertThat(tasklist.refusedStart()).contains("正在进行");
    tasklist.cancelStart();
  }

  private void summaryTo(String receipt) throws IOException {
    String summary = Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> tasks.createTaskQuery().taskDefinitionKey("inspect").list().stream()
        .map(task -> (String) tasks.getVariableLocal(task.getId(), "caseNumber")).findFirst().orElse(null), number -> number != null);
    by("provincialBureau", summary, "inspect", () -> {
      assertThat(tasklist.form().innerText()).contains("没有报送", "随机");
      Locator results = tasklist.form().getByLabel("检查结果");
      for (int i = 0; i < results.count(); i++) {
        results.nth(i).selectOption(new SelectOption().setLabel("未发现问题"));
      }
      tasklist.screenshot("inspection");
      tasklist.complete();
    });
    by("provincialBureau", summary, "compile", () -> {
      assertThat(tasklist.form().innerText()).contains("已接收2份");
      tasklist.fill("总体情况", "全省清理规范工作基本完成。");
      tasklist.fill("存在的问题", "部分单位报送不及时。");
      tasklist.fill("建议", "加强督促检查。");
      tasklist.screenshot("compile");
      tasklist.complete();
    });
    by("provincialBureauLeader", summary, "waive", () -> {
      assertThat(tasklist.form().innerText()).contains("洛阳市人民政府", "河南省粮食局");
      Locator reasons = tasklist.form().getByLabel("同意先行上报的理由");
      for (int i = 0; i < reasons.count(); i++) {
        reasons.nth(i).fill("材料正在核对");
      }
      tasklist.screenshot("waiver");
      tasklist.complete();
    });
    by("provincialBureauLeader", summary, "bureauSign", () -> decide("签发结果", "签发，报省政府", "签发意见", "同意上报。"));
    by("gov410000", summary, "governmentReview", () -> {
      assertThat(tasklist.form().innerText()).contains("第2稿，按期报送", "逾期2天", "经省局负责同志同意先行上报：材料正在核对");
      decide("审核结果", "同意，报国家机关事务管理局", "审核意见", "同意。");
    });
    by("nationalBureau", summary, "receive", () -> {
      annexAddsUp(window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("附表.xlsx")).first()));
      Path docx = window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("的报告.docx")).first());
      assertThat(text(docx)).contains("国家机关事务管理局：", "鹤壁市人民政府", "逾期报送", "缺报单位", "合计");
      tasklist.fill("回执号", receipt);
      tasklist.fill("接收日期", TODAY);
      tasklist.screenshot("receipt");
      tasklist.complete();
    });
    assertThat(reports.of(campaign)).filteredOn(report -> report.acceptedVersion() != null).extracting(LocalityReport::unitCode)
        .containsExactlyInAnyOrder(RETURNED, LATE);
  }

  private void write() {
    tasklist.fill("清理规范工作情况", "逐个清理，进展顺利，没有遗留。");
    tasklist.fill("存在的问题", "没有。");
    tasklist.fill("下一步打算", "加强管理。");
    tasklist.choose("处理方式", "提交核查，无问题的报负责同志签发");
    tasklist.screenshot("report");
    tasklist.complete();
  }

  private String caseOf(String unit) {
    return Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> reports.of(campaign).stream().filter(report -> report.unitCode().equals(unit))
        .map(LocalityReport::caseNumber).findFirst().orElse(null), number -> number != null);
  }

  private static void annexAddsUp(Path annex) throws IOException {
    try (var workbook = new XSSFWorkbook(Files.newInputStream(annex))) {
      Sheet sheet = workbook.getSheet("汇总表");
      int sumRow = 2;
      while (!"合计".equals(text(sheet.getRow(sumRow)))) {
        sumRow++;
      }
      assertThat(sumRow).as("a row for each unit").isGreaterThan(2 + 28);
      for (int column = 2; column < sheet.getRow(1).getLastCellNum() - 1; column++) {
        double sum = 0;
        for (int row = 2; row < sumRow; row++) {
          sum += sheet.getRow(row).getCell(column).getNumericCellValue();
        }
        assertThat(sheet.getRow(sumRow).getCell(column).getNumericCellValue()).isEqualTo(sum);
      }
    }
  }

  private static String text(Row row) {
    return row.getCell(0).getCellType() == org.apache.poi.ss.usermodel.CellType.STRING ? row.getCell(0).getStringCellValue() : "";
  }
}
