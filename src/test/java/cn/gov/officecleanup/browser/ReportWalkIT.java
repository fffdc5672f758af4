package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.ReportVersion;
import cn.gov.officecleanup.testkit.Applications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Walks what else may become of reports through the running demo: nothing to report, a report that is returned once, one that is sent with
 * an explanation, corrections before and after it is accepted, an office that joins, a late one that its leader and the bureau urge, and a
 * summary that the provincial government returns (C20, C21).
 */
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:report-walk", "cleanup.demo.cases=false"})
@Tag(Applications.ITS_OWN)
class ReportWalkIT extends CampaignWalk {

  private static final String NOTHING = "410600";
  private static final String RETURNED = "410900";
  private static final String EXPLAINED = "411100";
  private static final String CORRECTED = "410700";
  private static final String LATE = "411300";

  @Autowired
  private EscalationLedger escalations;

  @Test
  void reportsGoEveryWayTheyMay(BrowserWindow window) throws IOException {
    open(window, NOTHING);
    startedOnce();
    reportNothing();
    returnedOnce();
    reportWithAnExplanation();
    correctBeforeAndAfterItIsAccepted();
    anOfficeJoins();
    theLateAreUrged();
    theGovernmentReturnsTheSummary();
  }

  private void startedOnce() {
    logInAs("provincialBureau");
    fillInCampaign(CLEANUP.minusDays(1));
    assertThat(tasklist.refusedStart()).contains("不能早于“清理期限”");
    tasklist.cancelStart();
    startTheCampaign();
    fillInCampaign(CLEANUP);
    assertThat(tasklist.refusedStart()).contains("正在进行");
    tasklist.cancelStart();
  }

  private void reportNothing() throws IOException {
    by("gov" + NOTHING, reportOf(NOTHING), "nil", () -> {
      assertThat(tasklist.refusedComplete()).as("not without confirming it").contains("必须勾选确认");
      tasklist.tick("确认本地、本部门没有驻省会城市办事机构，报零报告");
      tasklist.screenshot("nil-report");
      tasklist.complete();
    });
    leaderSigns(NOTHING, "情况属实。");
    by("provincialBureau", reportOf(NOTHING), "review", () -> assertThat(shown()).contains("零报告，按期报送"));
    bureauAccepts(NOTHING, "接收。");
  }

  private void returnedOnce() throws IOException {
    String report = reportOf(RETURNED);
    by("gov" + RETURNED, report, "fill", () -> {
      assertThat(shown()).contains("清理前机构", "还有45天");
      explainPendingOffices();
      write();
    });
    leaderSigns(RETURNED, "同意报送。");
    by("provincialBureau", report, "review", () -> assertThat(shown()).contains("逐个清理，进展顺利", "按期报送", "保留申请正在办理"));
    bureauReturns(RETURNED, "请补充经营性实体情况");
    by("gov" + RETURNED, report, "correct", () -> {
      assertThat(shown()).contains("请补充经营性实体情况");
      write();
    });
    leaderSigns(RETURNED, "已补充。");
    bureauAccepts(RETURNED, "接收。");
  }

  private void explainPendingOffices() {
    int pending = tasklist.form().locator("table[data-list=offices] tbody tr").count();
    for (int i = 0; i < pending; i++) {
      rowOf("offices", i).getByLabel("原因").fill("保留申请正在办理");
      rowOf("offices", i).getByLabel("预计办结日期").fill(CLEANUP.plusDays(30).toString());
    }
  }

  private void reportWithAnExplanation() throws IOException {
    String report = reportOf(EXPLAINED);
    by("gov" + EXPLAINED, report, "fill", this::write);
    by("gov" + EXPLAINED, report, "correct", () -> {
      assertThat(shown()).contains("尚无清理结果");
      tasklist.choose("处理方式", "核查仍有问题的，附说明报送");
      assertThat(tasklist.form().getByLabel("对问题的说明").evaluate("field => field.required")).as("not without a word").isEqualTo(true);
      tasklist.fill("对问题的说明", "保留申请正与省局核对，暂不能确定期限。");
      write("核查仍有问题的，附说明报送");
    });
    leaderSigns(EXPLAINED, "说明属实。");
    by("provincialBureau", report, "review", () -> assertThat(shown()).contains("对问题的说明", "暂不能确定期限", "核查发现的问题", "尚无清理结果"));
    bureauAccepts(EXPLAINED, "接收，附说明。");
  }

  private void correctBeforeAndAfterItIsAccepted() throws IOException {
    String report = reportOf(CORRECTED);
    by("gov" + CORRECTED, report, "fill", this::write);
    leaderSigns(CORRECTED, "同意报送。");
    correct("漏报一辆公务用车");
    by("provincialBureau", report, "review", () -> assertThat(shown()).contains("第2稿"));
    bureauAccepts(CORRECTED, "接收更正稿。");
    correct("人员数字有误");
    bureauAccepts(CORRECTED, "再次接收。");
    assertThat(reports.versionsOf(report)).extracting(ReportVersion::state)
        .containsExactly(ReportVersion.State.REPLACED, ReportVersion.State.REPLACED, ReportVersion.State.ACCEPTED);
  }

  private void correct(String reason) throws IOException {
    logInAs("gov" + CORRECTED);
    tasklist.startProcess("更正清理情况报告");
    Locator report = tasklist.form().getByLabel("更正的报告");
    report.selectOption(report.locator("option").nth(1).getAttribute("value"));
    tasklist.fill("更正原因", reason);
    tasklist.screenshot("correction");
    tasklist.submitStart();
    by("gov" + CORRECTED, reportOf(CORRECTED), "correct", () -> {
      assertThat(shown()).contains("本单位提出更正：" + reason);
      write();
    });
    leaderSigns(CORRECTED, "同意更正。");
  }

  private void anOfficeJoins() throws IOException {
    Path file = Files.writeString(folder.resolve("机构.csv"), """
      登记编号,机构名称,派出地政府代码,派出主体,派出部门,驻在城市代码,驻在城市,工作类别,专项工作结束日期,人员编制
      豫驻0301,唐河县商务局驻郑州办事处,411328,职能部门,商务局,410100,郑州市,一般,,3
      """, StandardCharsets.UTF_8);
    logInAs("gov411328");
    tasklist.startProcess("导入登记册");
    tasklist.upload("办事机构文件（XLSX或者CSV）", file);
    tasklist.submitStart();
    tasklist.openTask("核对导入预览");
    assertThat(shown()).contains("登记后将启动1件撤销", "唐河县商务局驻郑州办事处");
    tasklist.screenshot("import-preview");
    tasklist.choose("核对结果", "登记入册");
    tasklist.complete();
    String importCase = cases.openCasesOf("register-import")
        .stream()
        .filter(opened -> opened.governmentCode().equals("411328"))
        .findFirst()
        .orElseThrow()
        .caseNumber();
    String entry = tasks.createTaskQuery().processInstanceBusinessKey(importCase).taskDefinitionKey("confirmStart").singleResult().getId();
    logInAs("provincialBureau");
    tasklist.openTaskWithId(entry);
    tasklist.screenshot("import-confirmation");
    tasklist.choose("确认结果", "确认，登记并启动所列案件");
    tasklist.fill("确认意见", "同意启动。");
    tasklist.complete();
    Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> tasks.createTaskQuery().processInstanceBusinessKey(importCase).taskDefinitionKey("result").count() == 1);
    logInAs("gov411328");
    tasklist.openTask("查看导入结果");
    tasklist.screenshot("import-result");
    tasklist.tick("已查看导入结果");
    tasklist.complete();
    String abolition = Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> register.findByRegisterNumber("豫驻0301")
            .flatMap(office -> cases.openCaseOf(office.id(), "office-abolition"))
            .map(CaseFile::caseNumber)
            .orElse(null), number -> number != null);
    by("gov411328", abolition, "confirmInventory", () -> assertThat(shown()).contains("唐河县商务局驻郑州办事处"));
    by("gov" + LATE, reportOf(LATE), "fill", () -> assertThat(shown()).contains("唐河县商务局驻郑州办事处"));
    theImportIsTakenBack(importCase, abolition);
  }

  private void theImportIsTakenBack(String importCase, String abolition) throws IOException {
    logInAs("provincialBureau");
    tasklist.startProcess("撤回导入");
    tasklist.form().getByLabel("撤回的导入").selectOption(importCase);
    tasklist.fill("撤回理由", "机构尚未核实，整体撤回。");
    tasklist.screenshot("import-withdrawal");
    tasklist.submitStart();
    Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> tasks.createTaskQuery().processDefinitionKey("import-withdrawal").taskDefinitionKey("result").count() == 1);
    logInAs("provincialBureau");
    tasklist.openTask("查看撤回结果");
    assertThat(shown()).contains("已撤回1行，共1行", "撤回结果.xlsx");
    tasklist.screenshot("import-withdrawal-result");
    tasklist.tick("已查看撤回结果");
    tasklist.complete();
    assertThat(register.findByRegisterNumber("豫驻0301")).isEmpty();
    assertThat(cases.get(abolition).outcome()).isEqualTo("TAKEN_BACK");
  }

  private void theLateAreUrged() throws IOException {
    String report = reportOf(LATE);
    daysLater(DAYS_TO_REPORT - 6);
    awaitEscalations(report, Escalation.Kind.REMINDER, 1);
    daysLater(DAYS_TO_REPORT + 1);
    awaitEscalations(report, Escalation.Kind.MISS, 1);
    logInAs("gov" + LATE + "Leader");
    showUrging("urged-by-leader");
    by("provincialBureau", report, "supervise", () -> {
      assertThat(shown()).contains("南阳市", "填报清理情况");
      decide("督办措施", "已督促承办单位限期办结", "督办情况", "已电话督促，三日内报送。");
    });
    showUrging("urged-by-bureau");
    by("gov" + LATE, report, "fill", () -> {
      assertThat(shown()).contains("已逾期1天");
      explainPendingOffices();
      write();
    });
    leaderSigns(LATE, "迟报，请谅解。");
    by("provincialBureau", report, "review", () -> assertThat(shown()).contains("逾期1天"));
    bureauAccepts(LATE, "接收，注明逾期。");
  }

  private void showUrging(String screenshot) {
    tasklist.chooseFilter("督办");
    PlaywrightAssertions.assertThat(window.page().locator(".tasks-list li.task").first()).containsText("督促办理逾期事项");
    tasklist.screenshot(screenshot);
  }

  private void awaitEscalations(String report, Escalation.Kind kind, int number) {
    Awaitility.await()
        .atMost(2, TimeUnit.MINUTES)
        .until(() -> escalations.of(report).stream().filter(entry -> entry.kind() == kind).count() >= number);
  }

  private void theGovernmentReturnsTheSummary() throws IOException {
    String summary = summary();
    inspect(summary);
    compile(summary);
    waive(summary);
    bureauSigns(summary);
    by("gov410000", summary, "governmentReview", () -> {
      assertThat(shown()).contains("零报告，按期报送", "暂不能确定期限", "请示文号");
      decide("拟办结果", "拟同意，呈省政府负责同志审定", "拟办意见", "拟同意。");
    });
    by("gov410000Leader", summary, "governmentSign", () -> {
      assertThat(shown()).contains("拟同意。");
      decide("审定结果", "退回省机关事务管理局", "审定意见", "请说明缺报单位的督办情况。");
    });
    by("provincialBureau", summary, "compile", () -> assertThat(shown()).contains("请说明缺报单位的督办情况"));
    assertThat(reports.of(campaign)).filteredOn(report -> report.acceptedVersion() != null)
        .extracting(LocalityReport::unitCode)
        .containsExactlyInAnyOrder(NOTHING, RETURNED, EXPLAINED, CORRECTED, LATE);
  }
}
