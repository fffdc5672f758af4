package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks one reception from the letter to what is paid, within the year's budget and the standard of the work meal (C18). */
class ReceptionWalkIT extends Walk {

  private static final String GOVERNMENT = "411100";
  private static final String OFFICIALS = "gov" + GOVERNMENT;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private JdbcClient jdbc;

  private final LocalDate today = LocalDate.now(EngineClock.ZONE);

  @Test
  void guestsAreReceived(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "漯河市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕3号", 3, null, true), "样政函〔2015〕3号", null);
    String staff = enter("receptionStaff", "驻武汉办事处经办人", Groups.staffOf(office.id()));
    String head = enter("receptionHead", "驻武汉办事处负责人", Groups.headOf(office.id()));
    open(window, GOVERNMENT);
    layDown(window, office);
    logInAs(staff);
    tasklist.startProcess("公务接待");
    tasklist.choose("办事机构", office.described());
    tasklist.screenshot("start");
    tasklist.submitStart();
    String caseNumber = cases.openCaseOf(office.id(), "official-reception").orElseThrow().caseNumber();
    at("apply", this::apply);
    window.page().waitForCondition(() -> task("correct") != null);
    at("correct", () -> {
      assertThat(tasklist.form().innerText()).contains("工作餐每人65.00元，超过标准60.00元，不得超标准接待");
      tasklist.screenshot("above-the-standard");
      tasklist.form().locator("[name=unitPrice]").first().fill("60.00");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> task("approve") != null);
    by(head, "approve", () -> {
      assertThat(tasklist.form().innerText()).contains("赵样例（样例市商务局，科长）", "4 × 60.00元 = 240.00元", "可用预算", "50,000.00元");
      tasklist.form().getByText("费用合计").first().scrollIntoViewIfNeeded();
      tasklist.choose("审批结果", "同意，预留预算");
      assertThat(tasklist.preview("公务接待审批单").innerText()).contains("公务接待审批单", caseNumber, "赵样例（样例市商务局，科长）", "240.00", "50,000.00元");
      tasklist.screenshot("approval-form");
      tasklist.closeDocument();
      decide("审批结果", "同意，预留预算", "审批意见", "同意。");
    });
    by(staff, "list", () -> {
      tasklist.choose("接待情况", "已经接待");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("listed");
      tasklist.complete();
    });
    by(head, "sign", () -> {
      tasklist.tick("声明：本清单没有列入其他单位的费用，也没有向其他单位、下级单位、企业和个人转嫁费用");
      decide("审批结果", "签字，清单属实", "审批意见", "属实。");
    });
    by(OFFICIALS + "Finance", "pay", () -> {
      tasklist.fill("报销金额（元）", "240.00");
      tasklist.fill("付款日期", today.toString());
      tasklist.fill("发票号码", "24042000");
      tasklist.fill("发票购买方", office.name());
      tasklist.choose("支付方式", "公务卡");
      attach("发票");
      assertThat(tasklist.preview("公务接待报销单").innerText()).contains("公务接待报销单", "24042000", "公务卡", "尚未报销（元）");
      tasklist.screenshot("reimbursement-form");
      tasklist.closeDocument();
      tasklist.fill("报销金额（元）", "240.01");
      assertThat(tasklist.refusedComplete()).contains("请核对收款单位和金额");
      tasklist.screenshot("above-the-list");
      tasklist.fill("报销金额（元）", "240.00");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> cases.get(caseNumber).outcome() != null);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    logInAs(OFFICIALS);
    tasklist.startProcess("接待退款登记");
    tasklist.choose("退回的付款", "%s 样例机关食堂 240.00元（发票24042000，%s）".formatted(caseNumber, InWords.day(today)));
    tasklist.fill("退款金额（元）", "40.00");
    tasklist.fill("退款日期", today.toString());
    tasklist.fill("退款凭证号", "退2015-1");
    tasklist.screenshot("refund");
    tasklist.submitStart();
    tasklist.startProcess("撤销接待审批");
    tasklist.choose("撤销审批的接待", caseNumber + " " + cases.get(caseNumber).title());
    tasklist.choose("撤销事由", "公函不实");
    tasklist.fill("移送机关和文号", "样纪移〔2015〕1号");
    tasklist.fill("撤销理由", "来函单位称没有发函。");
    tasklist.screenshot("false-letter");
    tasklist.submitStart();
    by(OFFICIALS, "recover", () -> {
      assertThat(tasklist.form().innerText()).contains("尚待追回", "200.00元", "样纪移〔2015〕1号");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("recovering");
      decide("追回情况", "不能全部追回，报负责同志审定", "情况说明", "供应商已经注销，另案追责。");
    });
    by(OFFICIALS + "Leader", "decide", () -> {
      assertThat(tasklist.form().innerText()).contains("尚待追回", "200.00元", "供应商已经注销，另案追责。");
      nothingIsWrong(window.page(), ".cleanup-form");
      decide("决定", "退回，继续追回", "审定意见", "请向保证人追。");
    });
    budgetIsShort(window, office);
  }

  /** What is reserved for the day after tomorrow is more than what is left of the budget. */
  private void budgetIsShort(BrowserWindow window, Office office) throws IOException {
    officials.asApplication(() -> {
      jdbc.sql("update reception_budget_entry set amount = 100.00 where office_id = ?").param(office.id()).update();
      return runtime.startProcessInstanceByKey("reception-shortage", Map.of("officeId", office.id(), "year", today.getYear()));
    });
    by(OFFICIALS, "cover", () -> {
      assertThat(tasklist.form().innerText()).contains("不足", "可用预算");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.fill("处理情况", "报市财政局追加。");
      assertThat(tasklist.refusedComplete()).contains("预算仍缺");
      tasklist.screenshot("still-short");
    });
  }

  /** Budget, standard and supplier. */
  private void layDown(BrowserWindow window, Office office) throws IOException {
    logInAs(OFFICIALS);
    tasklist.startProcess("接待预算登记");
    tasklist.choose("办事机构", office.described());
    tasklist.fill("预算年度", String.valueOf(today.getYear()));
    tasklist.choose("登记事项", "年度预算");
    tasklist.fill("预算金额（元）", "50000.00");
    tasklist.fill("依据文号", "样财预〔2015〕3号");
    tasklist.screenshot("budget");
    tasklist.submitStart();
    tasklist.startProcess("接待标准登记");
    tasklist.screenshot("standard");
    tasklist.choose("登记方式", "从文件导入");
    tasklist.upload("标准文件（XLSX或者CSV）", standards("北京市"));
    assertThat(tasklist.refusedStart()).contains("没有本级政府保留的办事机构");
    tasklist.screenshot("standards-refused");
    tasklist.upload("标准文件（XLSX或者CSV）", standards("武汉市"));
    tasklist.submitStart();
    tasklist.startProcess("接待场所登记");
    tasklist.choose("派出地政府", "漯河市人民政府");
    tasklist.fill("场所（供应商）名称", "样例机关食堂");
    tasklist.choose("场所类别", "机关食堂");
    tasklist.screenshot("supplier");
    tasklist.submitStart();
  }

  private Path standards(String city) throws IOException {
    return Files.writeString(folder.resolve("标准-%s.csv".formatted(city)), """
      驻在城市,接待对象级别,每人每餐标准（元）,执行日期,标准依据文号
      %s,其他人员,60.00,%s,样财行〔2015〕1号
      """.formatted(city, today.withDayOfYear(1)));
  }

  private void apply() {
    tasklist.fill("来函单位", "样例市商务局");
    tasklist.fill("公函文号", "样商函〔2015〕7号");
    tasklist.fill("公函日期", today.toString());
    tasklist.choose("公务事由", "考察调研");
    tasklist.fill("公函所列人数", "2");
    tasklist.choose("接待对象级别", "其他人员");
    tasklist.fill("接待首日", today.toString());
    tasklist.fill("接待末日", today.toString());
    tasklist.fill("行程", "上午座谈，中午工作餐，下午返回。");
    tasklist.addRow("接待对象", Map.of("姓名", "赵样例", "单位", "样例市商务局", "职务", "科长"));
    tasklist.addRow("接待对象", Map.of("姓名", "钱样例", "单位", "样例市商务局", "职务", "科员"));
    tasklist.addRow("陪餐人员", Map.of("姓名", "孙样例", "单位", "驻武汉办事处", "职务", "副主任"));
    tasklist.addRow("陪餐人员", Map.of("姓名", "李样例", "单位", "驻武汉办事处", "职务", "科员"));
    tasklist.addRow("接待项目", Map.of("项目", "工作餐", "接待日期", today.toString(), "场所（供应商）", "样例机关食堂", "项目内容", "工作餐", "数量", "4", "单价（元）", "65.00"));
    tasklist.tick("来访单位不在机构所在城市");
    tasklist.fill("不是同城单位的理由", "样例市商务局在样例市，与武汉市无关。");
    tasklist.tick("紧急公务，先凭电话记录接待，公函随后补送");
    assertThat(tasklist.refusedComplete()).contains("紧急事由", "电话记录");
    assertThat(tasklist.form().getByLabel("紧急事由").isVisible()).isTrue();
    tasklist.screenshot("by-telephone");
    tasklist.untick("紧急公务，先凭电话记录接待，公函随后补送");
    assertThat(tasklist.refusedComplete()).contains("接待公函");
    attach("接待公函");
    tasklist.screenshot("applied");
    tasklist.complete();
  }
}
