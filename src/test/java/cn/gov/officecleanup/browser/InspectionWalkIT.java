package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks an unannounced inspection from the plan of the year and the team to the letter that feeds back (C14). */
class InspectionWalkIT extends Walk {

  private static final String GOVERNMENT = "411700";
  private static final String LEADER = "provincialBureauLeader";
  private static final String LEAD = "visitingLead";
  private static final String SECOND = "visitingSecond";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private JdbcClient jdbc;

  private String caseNumber;

  @Test
  void anOfficeIsInspectedUnannouncedAndToldWhatItHasToMend(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "驻马店市人民政府驻长沙办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "430100", "长沙市", WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
    enter("inspectedStaff", "驻长沙办事处经办人", Groups.staffOf(office.id()));
    enter(LEAD, "赵组长", Groups.PROVINCIAL_BUREAU);
    enter(SECOND, "钱成员", Groups.PROVINCIAL_BUREAU);
    open(window, GOVERNMENT);
    String today = LocalDate.now(EngineClock.ZONE).toString();

    logInAs("provincialBureau");
    tasklist.startProcess("巡查");
    tasklist.choose("被巡查的办事机构", office.described());
    tasklist.choose("巡查缘由", "问题线索");
    tasklist.fill("巡查的理由", "群众反映超标准接待。");
    tasklist.screenshot("start");
    tasklist.submitStart();
    caseNumber = jdbc.sql("select case_number from case_file where procedure_key = 'inspection' and office_id = ?")
        .param(office.id())
        .query(String.class)
        .single();
    by(LEADER, "appointTeam", () -> {
      tasklist.choose("组长", "赵组长");
      tasklist.choose("组长来自", "驻马店市");
      tasklist.choose("成员", "钱成员");
      tasklist.choose("成员来自", "省外");
      assertThat(tasklist.refusedComplete()).contains("来自被巡查单位所在的驻马店市");
      tasklist.screenshot("recusal");
      tasklist.choose("组长来自", "省外");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.complete();
    });
    by(LEAD, "prepareVisit", () -> {
      tasklist.choose("能否巡查", "全组没有应当回避的情形，可以巡查");
      tasklist.tick("巡查组成员已经逐人声明：与被巡查单位及其负责人没有应当回避的关系");
      tasklist.fill("计划开始日期", today);
      tasklist.fill("计划结束日期", today);
      tasklist.fill("巡查内容", "公务接待、资产和人员的情况");
      assertThat(tasklist.preview("巡查通知").innerText()).contains("驻马店市人民政府驻长沙办事处", "赵组长、钱成员");
      tasklist.screenshot("notice");
      tasklist.closeDocument();
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.complete();
    });
    by(LEADER, "signNotice", () -> decide("签发结果", "签发", "意见", "同意。"));
    for (String outsider : List.of("inspectedStaff", "gov" + GOVERNMENT, "supervisors")) {
      findsNothing(window, outsider, office);
    }
    by(LEAD, "arrive", () -> {
      tasklist.fill("到达日期", today);
      tasklist.fill("到达时间", "00:01");
      tasklist.fill("接待人", "李主任");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.complete();
    });
    by(LEAD, "recordFacts", () -> {
      tasklist.fill("离开日期", today);
      tasklist.addRow("发现的问题",
          Map.of("类别", "公务接待", "事实", "超标准接待三批次。", "违反的规定", "接待标准", "金额（元）", "1200.00", "责任单位", office.name(), "程度", "一般", "证据", "接待清单三份"));
      tasklist.choose("事实确认书", "被巡查单位已经签字");
      attach("签字的事实确认书");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("found");
      tasklist.complete();
    });
    by("inspectedStaff", "answerOffice", () -> {
      assertThat(tasklist.form().innerText()).contains("超标准接待三批次。", "1,200.00元");
      tasklist.fill("机构意见", "没有意见，立即整改。");
      tasklist.screenshot("answered");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT, "answerGovernment", () -> {
      tasklist.fill("派出地政府意见", "没有意见，督促整改。");
      tasklist.complete();
    });
    by(SECOND, "draftFeedback", () -> {
      assertThat(tasklist.form().innerText()).contains("没有意见，立即整改。", "没有意见，督促整改。");
      tasklist.fill("巡查结论", "管理比较规范，存在一个问题。");
      tasklist.form().locator("[name=measure]").first().fill("退回超出标准的费用。");
      tasklist.form().locator("[name=urgency]").first().selectOption("NORMAL");
      nothingIsWrong(window.page(), ".cleanup-form");
      assertThat(tasklist.preview("巡查反馈意见的函").innerText()).contains("管理比较规范，存在一个问题。");
      tasklist.closeDocument();
      tasklist.screenshot("drafted");
      tasklist.complete();
    });
    by(LEADER, "signFeedback", () -> {
      assertThat(tasklist.preview("巡查反馈意见的函").innerText()).contains("退回超出标准的费用");
      tasklist.screenshot("letter");
      tasklist.closeDocument();
      decide("签发结果", "签发", "意见", "同意。");
    });
    logInAs("inspectedStaff");
    Page page = window.page();
    page.navigate(address(caseNumber));
    page.locator("#content[data-drawn]").waitFor();
    assertThat(page.locator("main").innerText()).contains("退回超出标准的费用", "已经反馈");
    window.screenshot("inspected-reads");
  }

  @Test
  void theInspectionsOfAYearAreDrawnAndSigned(BrowserWindow window) throws IOException {
    open(window, GOVERNMENT);
    logInAs("provincialBureau");
    tasklist.startProcess("年度巡查计划");
    tasklist.fill("计划年度", String.valueOf(LocalDate.now(EngineClock.ZONE).getYear()));
    tasklist.fill("按风险抽取的机构数", "1");
    tasklist.fill("随机抽取的机构数", "1");
    tasklist.screenshot("plan-start");
    tasklist.submitStart();
    caseNumber = jdbc.sql("select case_number from case_file where procedure_key = 'inspection-plan'").query(String.class).single();
    String step = stepsOfCase().get(0).getTaskDefinitionKey();
    by("provincialBureau", step, () -> {
      assertThat(tasklist.form().innerText()).contains("随机种子");
      tasklist.fill("巡查重点", "公务接待和资产的管理");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("plan");
      tasklist.complete();
    });
    by(LEADER, stepsOfCase().get(0).getTaskDefinitionKey(), () -> decide("签发结果", "签发", "意见", "同意。"));
    assertThat(jdbc.sql("select count(*) from case_file where procedure_key = 'inspection' and confided").query(Long.class).single())
        .isPositive();
  }

  /** By the address, the search and the lists, whose answers are those for a case that is not there. */
  private void findsNothing(BrowserWindow window, String user, Office office) {
    logInAs(user);
    Page page = window.page();
    page.navigate(address(caseNumber));
    page.locator("body[data-ready]").waitFor();
    assertThat(page.locator("#message").innerText()).as(user).contains("没有这个案件，或者您无权查看");
    page.getByLabel("编号或者名称").fill("巡查" + office.name());
    page.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("没有查到");
    page.getByLabel("编号或者名称").fill(caseNumber);
    page.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("没有查到");
    window.screenshot("nothing-found-by-" + user);
  }

  private String address(String number) {
    return "http://127.0.0.1:" + port + "/camunda/lib/cleanup/cases.html?case=" + number;
  }

  @Override
  Task task(String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).processInstanceBusinessKey(caseNumber).singleResult();
  }

  private List<Task> stepsOfCase() {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list();
  }
}
