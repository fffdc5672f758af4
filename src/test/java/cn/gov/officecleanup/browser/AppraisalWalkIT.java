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
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks the appraisal of an office's year from its own assessment to the notice that tells the result (C12, C16). */
class AppraisalWalkIT extends Walk {

  private static final String GOVERNMENT = "419001";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private RuntimeService runtime;

  @Test
  void aYearIsAssessedScoredHeardDecidedAndTold(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "济源市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
    String staff = enter("appraisedStaff", "驻武汉办事处经办人", Groups.staffOf(office.id()));
    open(window, GOVERNMENT);
    int year = LocalDate.now(EngineClock.ZONE).getYear() - 1;
    officials.asApplication(() -> runtime.startProcessInstanceByKey("annual-appraisal", Map.of("officeId", office.id(), "year", year)));
    by(staff, "selfAssess", () -> {
      assertThat(tasklist.form().innerText()).contains(year + "年，12个月");
      tasklist.fill("年度工作总结", "促成合作项目三个，服务外出务工人员两千余人次，处理突发事件一起。");
      fillIn("selfPoints", List.of("92", "85", "78", "95", "88", "70", "100"));
      fillIn("accomplished", List.of("签约三项", "走访务工人员", "党员活动六次", "报送信息四十条", "账目清楚", "有公函有清单", "按期轮换"));
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("assessed");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT, "score", () -> {
      assertThat(tasklist.form().innerText()).contains("自评92.00：签约三项");
      fillIn("points", List.of("92", "85", "78", "95", "88", "60", "100"));
      tasklist.fill("参加个人年度考核的人数", "3");
      tasklist.fill("其中个人优秀的人数", "0");
      tasklist.choose("主要负责人的个人考核等次", "称职");
      assertThat(tasklist.refusedComplete()).contains("“公务接待守规”的评分低于自评分，请写明评分理由");
      tasklist.screenshot("refused");
      tasklist.form().locator("[name=reason]").nth(5).fill("一批接待清单迟报");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("scored");
      tasklist.complete();
    });
    by(staff, "hear", () -> {
      assertThat(tasklist.form().innerText()).contains("85.40", "良好", "可以提出异议的最后一日");
      tasklist.choose("是否有异议", "提出异议");
      tasklist.fill("异议和理由", "迟报的一批已于次日补报。");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("objecting");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT + "Personnel", "reviewObjection", () -> {
      assertThat(tasklist.form().innerText()).contains("迟报的一批已于次日补报。");
      decide("复核结果", "维持评分和拟定等次", "复核理由", "迟报属实，评分有据。");
    });
    by("gov" + GOVERNMENT + "Leader", "decide", () -> {
      tasklist.choose("决定", "同意，通知考核结果");
      tasklist.choose("等次", "按拟定等次");
      tasklist.choose("是否向社会公布等次", "不公布");
      assertThat(tasklist.preview("年度考核结果的通知").innerText()).contains("考核得分为85.40分，等次为良好。");
      tasklist.screenshot("previewed");
      tasklist.closeDocument();
      assertThat(tasklist.preview("报送年度考核结果的函").innerText()).contains("河南省机关事务管理局：", "考核得分为85.40分，等次为良好。");
      tasklist.screenshot("letter");
      tasklist.closeDocument();
      decide("决定", "同意，通知考核结果", "意见", "同意。");
    });
    correct(window, office, staff, year);
    overview(window, year);
    assertThat(
        runtime.createProcessInstanceQuery().processDefinitionKey("annual-appraisal").variableValueEquals("officeId", office.id()).count())
        .isZero();
  }

  /** A veto that is found later and points that were wrong leave the lowest grade, which is to be rectified. */
  private void correct(BrowserWindow window, Office office, String staff, int year) throws IOException {
    logInAs("gov" + GOVERNMENT);
    tasklist.startProcess("更正年度考核结果");
    tasklist.choose("办事机构", office.described());
    tasklist.fill("年份", String.valueOf(year));
    tasklist.screenshot("correction-start");
    tasklist.submitStart();
    at("reconsider", () -> {
      tasklist.addRow("另行认定的否决事项", Map.of("事项", "以其他名义保留已撤销的机构", "认定依据", "济政督〔2015〕2号，2015年4月1日"));
      tasklist.form().locator("[name=correctPoints]").first().fill("80");
      tasklist.fill("复核结论的文号", "济监函〔2015〕9号");
      tasklist.fill("更正的理由", "签约项目中一项没有落地；另查实保留原联络处。");
      assertThat(tasklist.refusedComplete()).contains("请写明更正理由和依据");
      tasklist.form().locator("[name=pointsReason]").first().fill("一项合同已经解除");
      tasklist.form().locator("[name=pointsSource]").first().fill("济审〔2015〕4号");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("corrected");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT + "Leader", "decide", () -> {
      assertThat(tasklist.form().innerText()).contains("评分由92.00更正为80.00：一项合同已经解除（依据：济审〔2015〕4号）", "更正后的得分", "82.40");
      tasklist.choose("决定", "同意，通知考核结果");
      tasklist.choose("等次", "按拟定等次");
      tasklist.choose("是否向社会公布等次", "不公布");
      assertThat(tasklist.preview("年度考核结果的通知").innerText()).contains("等次为不合格", "考核得分85.40分", "完成整改");
      tasklist.screenshot("correction-notice");
      tasklist.closeDocument();
      decide("决定", "同意，通知考核结果", "意见", "同意更正。");
    });
    by(staff, "rectify", () -> assertThat(tasklist.form().innerText()).contains("考核结果更正", "整改情况"));
  }

  private void overview(BrowserWindow window, int year) throws IOException {
    logInAs("provincialBureau");
    tasklist.startProcess("年度考核和轮换汇总");
    tasklist.fill("年份", String.valueOf(year));
    tasklist.screenshot("overview-start");
    tasklist.submitStart();
    tasklist.openTaskWithId(tasks.createTaskQuery()
        .processDefinitionKey("year-overview")
        .taskDefinitionKey("download")
        .taskAssignee("provincialBureau")
        .singleResult()
        .getId());
    nothingIsWrong(window.page(), ".cleanup-form");
    tasklist.screenshot("overview");
    assertThat(tasklist.form().innerText()).contains("%d年度考核等次和轮换人数.xlsx".formatted(year));
  }

  private void fillIn(String column, List<String> words) {
    Locator cells = tasklist.form().locator("[name=" + column + "]");
    IntStream.range(0, words.size()).forEach(i -> cells.nth(i).fill(words.get(i)));
  }
}
