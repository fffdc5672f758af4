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
import cn.gov.officecleanup.procedure.complaint.ReceivingComplaints;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks a complaint by telephone from its registration to the served reply; who called is shown to who received it alone (C14). */
class ComplaintWalkIT extends Walk {

  private static final String GOVERNMENT = "411700";
  private static final String RECEIVER = "gov411700Petition";
  private static final String HANDLER = "gov411700";
  private static final String CALLER = "欧阳来电";
  private static final String PHONE = "0396-7654321";
  private static final String ADDRESS = "驻马店市驿城区样例路1号";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private ReceivingComplaints receiving;
  @Autowired
  private JdbcClient jdbc;

  private String caseNumber;

  @Test
  void whoCallsIsAnsweredAndKnownToWhoTookTheCallAlone(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "驻马店市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕2号", 3, null, true), "样政函〔2015〕2号", null);
    enter("complainedOf", "驻武汉办事处经办人", Groups.staffOf(office.id()));
    open(window, GOVERNMENT);
    String today = LocalDate.now(EngineClock.ZONE).toString();
    logInAs(RECEIVER);
    tasklist.startProcess("信访事项办理");
    tasklist.choose("渠道", "电话");
    tasklist.fill("收到日期", today);
    nothingIsWrong(window.page(), ".modal-dialog .cleanup-form");
    tasklist.screenshot("start");
    tasklist.submitStart();
    caseNumber = jdbc.sql("select max(case_number) from case_file where procedure_key = 'complaint-handling' and government_code = ?")
        .param(GOVERNMENT)
        .query(String.class)
        .single();
    by(RECEIVER, "registerComplaint", () -> {
      tasklist.choose("类别", "申诉求决");
      tasklist.choose("反映的办事机构", office.described());
      tasklist.fill("反映的内容", "办事处拖欠食堂临时用工三个月的工资，请求支付。");
      tasklist.fill("信访人姓名", CALLER);
      tasklist.fill("信访人电话", PHONE);
      tasklist.fill("信访人地址", ADDRESS);
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("registered");
      tasklist.complete();
    });
    String code = sortAndTellTheCode(window);
    for (String outsider : List.of("complainedOf", "supervisors", "gov410700")) {
      findsNothing(window, outsider);
    }
    by(HANDLER, "handle", () -> {
      assertThat(window.page().content()).as("who handles it does not learn who called")
          .contains("反映拖欠临时用工工资", office.name())
          .doesNotContain(CALLER, PHONE, ADDRESS, "三个月");
      assertThat(tasklist.form().locator("case-reporter").count()).isZero();
      tasklist.choose("本次办理结果", "提出处理意见");
      tasklist.fill("事实认定", "经查，拖欠工资属实。");
      tasklist.fill("处理意见", "责成办事处在本月内付清。");
      tasklist.fill("处理依据", "《保障农民工工资支付条例》");
      nothingIsWrong(window.page(), ".cleanup-form");
      assertThat(tasklist.preview("信访事项处理意见书").innerText()).contains("责成办事处在本月内付清").doesNotContain(CALLER);
      tasklist.screenshot("reply");
      tasklist.closeDocument();
      tasklist.complete();
    });
    assertThat(receiving.stateOf(code)).hasValue("办理中");
    by(HANDLER + "Leader", "sign", () -> decide("签发结果", "签发", "意见", "同意。"));
    by(RECEIVER, "serve", () -> {
      tasklist.fill("送达日期", today);
      tasklist.choose("送达方式", "邮寄");
      tasklist.complete();
    });
    assertThat(receiving.stateOf(code.toLowerCase())).hasValue("已办结");
    assertThat(jdbc.sql("select details from audit_event where subject = ?").param(caseNumber).query(String.class).list())
        .as("each look is noted, who it was is not")
        .anyMatch(detail -> detail.contains("核对寄送地址"))
        .noneMatch(detail -> detail.contains(CALLER));
  }

  /** @return the code as it is shown once */
  private String sortAndTellTheCode(BrowserWindow window) throws IOException {
    String[] code = new String[1];
    by(RECEIVER, "sort", () -> {
      Locator reporter = tasklist.form().locator("case-reporter");
      assertThat(reporter.innerText()).doesNotContain(CALLER);
      reporter.getByText("查看信访人身份").click();
      window.page().getByLabel("查看的理由").fill("核对");
      window.page().locator("dialog button[type=submit]").click();
      PlaywrightAssertions.assertThat(window.page().locator("dialog .dialog-problem")).containsText("先写明理由");
      window.page().getByLabel("查看的理由").fill("核对寄送地址。");
      window.page().locator("dialog button[type=submit]").click();
      PlaywrightAssertions.assertThat(reporter).containsText(ADDRESS);
      assertThat(reporter.innerText()).contains(CALLER, PHONE);
      tasklist.screenshot("caller");
      reporter.getByText("生成查询码").click();
      window.page().locator("dialog button[type=submit]").click();
      PlaywrightAssertions.assertThat(reporter).containsText("查询码（只显示这一次）");
      code[0] = reporter.locator("dd").innerText();
      assertThat(receiving.stateOf(code[0])).hasValue("已登记");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.choose("甄别结果", "受理");
      tasklist.choose("核定的类别", "申诉求决");
      tasklist.fill("交办的内容", "反映拖欠临时用工工资，请求支付。");
      assertThat(tasklist.refusedComplete()).contains("逐字核对");
      tasklist.tick("已经逐字核对，交办的内容不会泄露反映人身份");
      tasklist.screenshot("sorted");
      tasklist.complete();
    });
    return code[0];
  }

  private void findsNothing(BrowserWindow window, String user) {
    logInAs(user);
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/camunda/lib/cleanup/cases.html?case=" + caseNumber);
    page.locator("body[data-ready]").waitFor();
    assertThat(page.locator("#message").innerText()).as(user).contains("没有这个案件，或者您无权查看");
    page.getByLabel("编号或者名称").fill(caseNumber);
    page.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(page.locator("#message")).containsText("没有查到");
  }

  @Override
  Task task(String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).processInstanceBusinessKey(caseNumber).singleResult();
  }
}
