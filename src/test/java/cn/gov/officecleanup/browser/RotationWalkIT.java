package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the registration of an official, whose term is over, and the rotation that begins by itself, to the handover (C13). */
class RotationWalkIT extends Walk {

  private static final String GOVERNMENT = "411400";

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
  void aPostIsHandedOver(BrowserWindow window) throws IOException {
    Office office = established("商丘市人民政府驻武汉办事处", "420100", "武汉市");
    Office other = established("商丘市人民政府驻长沙办事处", "430100", "长沙市");
    String otherPosting = postedIn(other);
    open(window, GOVERNMENT);
    tasklist.logIn("gov" + GOVERNMENT, "gov" + GOVERNMENT);
    tasklist.startProcess("任职登记");
    tasklist.choose("办事机构", office.described());
    tasklist.submitStart();
    by("gov" + GOVERNMENT + "Personnel", "recordPosting", () -> {
      tasklist.fill("姓名", "张样例");
      tasklist.fill("人员编号", "YL-0001");
      tasklist.choose("人员身份", "公务员");
      tasklist.fill("职务岗位", "副主任");
      tasklist.choose("岗位类别", "机构负责人");
      tasklist.fill("任职日期", today.minusYears(3).toString());
      tasklist.fill("任职依据", "样政任〔2015〕2号");
      tasklist.screenshot("posted");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> task("nominate") != null);
    plan(window, office);
    at("nominate", () -> {
      assertThat(tasklist.form().innerText()).contains("张样例", "YL-0001", "任期届满日").doesNotContain("延期的理由");
      nominate("YL-0001");
    });
    at("correct", () -> {
      assertThat(tasklist.form().innerText()).contains("继任人选与现任是同一人");
      tasklist.choose("轮换意见", "与另一机构的人员互换");
      tasklist.choose("互换的任职", other.name() + " 主任（人员编号YL-0003，" + otherPosting + "）");
      tasklist.choose("任职回避", "没有");
      tasklist.screenshot("exchanging");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT, "confirm", () -> decide("确认结果", "确认", "确认意见", "同意。"));
    by("gov" + GOVERNMENT + "Leader", "decide", () -> {
      tasklist.choose("决定", "同意");
      assertThat(tasklist.refusedComplete()).contains("请填写任免通知的文号");
      tasklist.fill("任免通知文号", "样政任〔2015〕9号");
      assertThat(tasklist.refusedComplete()).contains("请选择是否委托任期经济责任审计");
      tasklist.choose("任期经济责任审计", "委托审计部门审计");
      tasklist.fill("委托的文号或者不委托的理由", "样组审函〔2015〕3号");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("decided");
      tasklist.complete();
    });
    String caseNumber = cases.openCaseOf(office.id(), "staff-rotation").orElseThrow().caseNumber();
    by("gov" + GOVERNMENT, "handOver", () -> {
      tasklist.choose("移交人", "本人到场移交");
      tasklist.fill("接收人", "李样例");
      tasklist.fill("监交人", "王样例");
      tasklist.fill("账面金额（元）", "2000.00");
      tasklist.fill("清点金额（元）", "1999.99");
      tasklist.fill("移交的印章、档案和未办结事项", "印章一枚，档案两盒。");
      attach("交接清单");
      assertThat(tasklist.refusedComplete()).contains("清点比账面少0.01元");
      tasklist.screenshot("difference");
      tasklist.fill("清点金额（元）", "2000.00");
      tasklist.screenshot("handed-over");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT, "handOverOther", () -> {
      tasklist.choose("另一岗位的移交人", "已经退休");
      tasklist.fill("另一岗位的见证人", "赵样例、孙样例");
      tasklist.fill("另一岗位的接收人", "张样例");
      tasklist.fill("另一岗位的监交人", "王样例");
      tasklist.fill("另一岗位的账面金额（元）", "0");
      tasklist.fill("另一岗位的清点金额（元）", "0");
      tasklist.fill("另一岗位移交的印章、档案和未办结事项", "印章一枚，档案两盒。");
      attach("另一岗位的交接清单");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("handed-over-other");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> cases.get(caseNumber).outcome() != null);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
    audit(window, office);
    hire(window, office);
  }

  /** Whose term is over in the year, as soon as it is registered. */
  private void plan(BrowserWindow window, Office office) throws IOException {
    officials.asApplication(
        () -> runtime.startProcessInstanceByKey("rotation-plan", Map.of("officeId", office.id(), "year", today.minusDays(1).getYear())));
    by("gov" + GOVERNMENT + "Personnel", "confirmPlan", () -> {
      assertThat(tasklist.form().innerText()).contains("张样例", "副主任");
      tasklist.form().locator("[name=intention]").selectOption("EXCHANGE");
      tasklist.form().locator("[name=arrangement]").fill("拟与驻长沙办事处主任互换");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("planned");
      tasklist.complete();
    });
  }

  private void audit(BrowserWindow window, Office office) throws IOException {
    logInAs("audit");
    tasklist.openTaskWithId(
        tasks.createTaskQuery().taskDefinitionKey("auditTerm").processVariableValueEquals("officeId", office.id()).singleResult().getId());
    assertThat(tasklist.form().innerText()).contains("张样例（副主任）");
    tasklist.fill("审计报告文号", "样审〔2015〕5号");
    tasklist.fill("审计报告日期", today.toString());
    tasklist.choose("审计结论", "发现问题");
    tasklist.fill("审计发现的问题", "三笔支出没有发票。\n一辆公车没有入账。");
    attach("审计意见（审计报告）");
    nothingIsWrong(window.page(), ".cleanup-form");
    tasklist.screenshot("audited");
    tasklist.complete();
  }

  /** Who is hired where the office is owes a written contract. */
  private void hire(BrowserWindow window, Office office) throws IOException {
    tasklist.logInAs("gov" + GOVERNMENT);
    tasklist.startProcess("任职登记");
    tasklist.choose("办事机构", office.described());
    tasklist.submitStart();
    by("gov" + GOVERNMENT + "Personnel", "recordPosting", () -> {
      tasklist.fill("姓名", "周样例");
      tasklist.fill("人员编号", "YL-0009");
      tasklist.choose("人员身份", "当地聘用人员");
      tasklist.fill("职务岗位", "驾驶员");
      tasklist.choose("岗位类别", "一般岗位");
      tasklist.fill("任职日期", today.minusMonths(2).toString());
      tasklist.fill("任职依据", "样聘〔2015〕1号");
      tasklist.fill("书面劳动合同订立日期", today.toString());
      assertThat(tasklist.refusedComplete()).contains("应当自用工之日起一个月内订立");
      tasklist.screenshot("contract-late");
      tasklist.fill("书面劳动合同订立日期", "");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> task("recordContract") != null);
    at("recordContract", () -> {
      tasklist.fill("书面劳动合同订立日期", today.toString());
      tasklist.fill("逾期订立的说明", "经办人疏忽，已支付双倍工资。");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("contract");
      tasklist.complete();
    });
  }

  /** @return number of the case of a head who is posted in another office */
  private String postedIn(Office office) {
    String posted = cases.open("RZ", "staff-posting", office.name() + "任职登记", GOVERNMENT, office.id(), null);
    jdbc.sql(
        "insert into posting (case_number, name, person_number, status, post, duty, posted_on, basis_number, entered, ends_on, extended)"
            + " values (?, '李样例', 'YL-0003', 'CIVIL_SERVANT', '主任', 'HEAD', ?, '样政任〔2015〕3号', true, ?, false)")
        .params(posted, today.minusYears(2), today.plusYears(1).minusDays(1))
        .update();
    return posted;
  }

  private Office established(String name, String cityCode, String city) {
    return register.establish(new OfficeEntry(register.nextRegisterNumber(), name, GOVERNMENT, SenderKind.GOVERNMENT, null, cityCode, city,
        WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
  }

  private void nominate(String number) {
    tasklist.choose("轮换意见", "轮换，提出继任人选");
    tasklist.fill("继任人姓名", "李样例");
    tasklist.fill("继任人编号", number);
    tasklist.choose("继任人身份", "公务员");
    tasklist.choose("任职回避", "没有");
    tasklist.fill("现任人员的去向", "回市政府办公室任职");
    tasklist.screenshot("nominated");
    tasklist.complete();
  }
}
