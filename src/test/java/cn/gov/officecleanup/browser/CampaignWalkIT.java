package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Walks a campaign through the running demo: the bureau starts it, one locality's report is returned once, another's is late, the rest are
 * let go by name, and the summary reaches the national bureau's receipt (C14, C20, C21). On a database and a clock of its own.
 */
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:campaign-walk", "cleanup.demo.cases=false"})
@Tag(Applications.ITS_OWN)
class CampaignWalkIT extends CampaignWalk {

  private static final String RETURNED = "411100";
  private static final String LATE = "410700";

  @Test
  void twoLocalitiesReportAndTheSummaryReachesTheNationalBureau(BrowserWindow window) throws IOException {
    open(window, RETURNED);
    logInAs("provincialBureau");
    fillInCampaign(CLEANUP.minusDays(1));
    assertThat(tasklist.refusedStart()).contains("不能早于“清理期限”");
    tasklist.cancelStart();
    startTheCampaign();
    fillInCampaign(CLEANUP);
    assertThat(tasklist.refusedStart()).contains("正在进行");
    tasklist.cancelStart();
    String returned = reportOf(RETURNED);
    by("gov" + RETURNED, returned, "fill", () -> {
      assertThat(shown()).contains("清理前机构", "2个", "还有45天");
      fillPendingOffice("保留申请正在办理", CLEANUP.toString());
      write();
    });
    leaderSigns(RETURNED, "同意报送。");
    by("provincialBureau", returned, "review", () -> assertThat(shown()).contains("逐个清理，进展顺利", "按期报送", "保留申请正在办理"));
    bureauReturns(RETURNED, "请补充经营性实体情况");
    by("gov" + RETURNED, returned, "correct", () -> {
      assertThat(shown()).contains("请补充经营性实体情况");
      write();
    });
    leaderSigns(RETURNED, "已补充。");
    bureauAccepts(RETURNED, "接收。");

    daysLater(DAYS_TO_REPORT + 2);
    String late = reportOf(LATE);
    by("gov" + LATE, late, "fill", () -> {
      assertThat(shown()).contains("已逾期2天");
      write();
    });
    leaderSigns(LATE, "迟报，请谅解。");
    by("provincialBureau", late, "review", () -> assertThat(shown()).contains("逾期2天"));
    bureauAccepts(LATE, "接收，注明逾期。");

    String summary = summary();
    by("provincialBureau", summary, "inspect", () -> assertThat(shown()).contains("没有报送", "随机"));
    inspect(summary);
    by("provincialBureau", summary, "compile", () -> assertThat(shown()).contains("已接收2份"));
    compile(summary);
    by("provincialBureauLeader", summary, "waive", () -> assertThat(shown()).contains("洛阳市人民政府", "河南省粮食局"));
    waive(summary);
    bureauSigns(summary);
    by("gov410000", summary, "governmentReview", () -> {
      assertThat(shown()).contains("第2稿，按期报送", "逾期2天", "经省局负责同志同意先行上报：材料正在核对");
      decide("拟办结果", "拟同意，呈省政府负责同志审定", "拟办意见", "拟同意。");
    });
    by("gov410000Leader", summary, "governmentSign", () -> decide("审定结果", "同意，报国家机关事务管理局", "审定意见", "同意。"));
    by("nationalBureau", summary, "receive", () -> {
      annexAddsUp(window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("附表.xlsx")).first()));
      Path docx = window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("的报告.docx")).first());
      assertThat(text(docx)).contains("国家机关事务管理局：", "漯河市人民政府", "逾期报送", "缺报单位", "合计");
      receive("国管函〔%d〕9号".formatted(CLEANUP.getYear()));
    });
    assertThat(reports.of(campaign)).filteredOn(report -> report.acceptedVersion() != null)
        .extracting(LocalityReport::unitCode)
        .containsExactlyInAnyOrder(RETURNED, LATE);
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
    return row.getCell(0).getCellType() == CellType.STRING ? row.getCell(0).getStringCellValue() : "";
  }
}
