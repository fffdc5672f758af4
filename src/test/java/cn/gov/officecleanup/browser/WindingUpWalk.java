package cn.gov.officecleanup.browser;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** What walks through the winding-up of an office have in common (C6, C7). */
abstract class WindingUpWalk extends Walk {

  static final String TODAY = LocalDate.now(EngineClock.ZONE).toString();
  static final Map<String, String> HIRED = Map.of("姓名", "李当地", "身份证号码", "410102198505121213", "出生日期", "1985-05-12", "性别", "男", "人员身份",
      "当地聘用人员", "职务岗位", "司机", "入职日期", "2010-03-01", "申报的近亲属", "李小妹、王亲属");

  @Autowired
  OfficeRegister register;
  @Autowired
  CaseFiles cases;
  @Autowired
  AssetLedger ledger;
  @Autowired
  RuntimeService runtime;

  /** @return number of the abolition that the plan itself has started for the government's office in Zhengzhou */
  String abolition() {
    return cases.openCaseOf(office().id(), "office-abolition").orElseThrow().caseNumber();
  }

  Office office() {
    return register.officesOf(government)
        .stream()
        .filter(office -> office.entry().hostCityCode().equals("410100"))
        .findFirst()
        .orElseThrow();
  }

  /** @return numbers of the open cases that the abolition has called, in the order they were opened; waits until there are so many */
  List<String> casesOf(String procedure, int expected) {
    window.page().waitForCondition(() -> openCases(procedure).size() == expected);
    return openCases(procedure);
  }

  private List<String> openCases(String procedure) {
    return runtime.createProcessInstanceQuery()
        .processDefinitionKey(procedure)
        .variableValueEquals("governmentCode", government)
        .orderByBusinessKey()
        .asc()
        .list()
        .stream()
        .map(ProcessInstance::getBusinessKey)
        .distinct()
        .toList();
  }

  Task task(String caseNumber, String step) {
    window.page().waitForCondition(() -> open(caseNumber, step) != null);
    return open(caseNumber, step);
  }

  private Task open(String caseNumber, String step) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).singleResult();
  }

  /** Does a step of one of the cases as a user, who logs in if another is at work. */
  void by(String user, String caseNumber, String step, Step work) throws IOException {
    logInAs(user);
    tasklist.openTaskWithId(task(caseNumber, step).getId());
    tasklist.screenshot(step);
    work.run();
  }

  /** @return what the form of the open task says */
  String shown() {
    return tasklist.form().innerText();
  }

  String official() {
    return "gov" + government;
  }

  void propose(String caseNumber, String method, String... proofs) throws IOException {
    by(official(), caseNumber, "propose", () -> {
      tasklist.choose("处置方式", method);
      if (method.equals("出售")) {
        tasklist.choose("出售方式", "产权交易机构挂牌");
      } else if (method.equals("无偿划转")) {
        tasklist.fill("拟接收、承接或者产权单位", "县机关事务服务中心");
      }
      tasklist.choose("权属情况", "权属清晰");
      tasklist.fill("处置理由", "机构撤销，依规处置。");
      attach(proofs);
      tasklist.screenshot("proposal");
      tasklist.complete();
    });
  }

  void appraise(String caseNumber, String value) throws IOException {
    by(official(), caseNumber, "appraise", () -> {
      tasklist.fill("评估机构", "河南某资产评估公司");
      tasklist.fill("评估机构资质证书号", "41020001");
      tasklist.fill("评估报告文号", "豫评报字〔2015〕8号");
      tasklist.fill("评估基准日", TODAY);
      tasklist.fill("评估价（元）", value);
      attach("评估报告");
      tasklist.complete();
    });
  }

  void approve(String caseNumber) throws IOException {
    by(official() + "Leader", caseNumber, "endorse", () -> decide("审核结果", "同意", "审核意见", "同意。"));
    by(official() + "Affairs", caseNumber, "confirmAffairs", () -> {
      tasklist.fill("确认意见", "同意按方案处置。");
      tasklist.complete();
    });
    by(official() + "Finance", caseNumber, "approve", () -> decide("审批结果", "批准", "审批意见", "同意。"));
    by(official() + "FinanceLeader", caseNumber, "signReply", () -> {
      tasklist.fill("签发意见", "同意。");
      tasklist.complete();
    });
  }

  /** Finance approves what the inventory found. */
  void approveInventory(String abolition) throws IOException {
    by(official() + "Finance", abolition, "approveInventory", () -> {
      tasklist.fill("确认意见", "清查结果予以确认。");
      tasklist.complete();
    });
  }

  void announce(String caseNumber, String reserve) throws IOException {
    by(official(), caseNumber, "publish", () -> {
      tasklist.fill("交易机构", "中原产权交易所");
      tasklist.fill("公告编号", "公告1号");
      tasklist.fill("公告日期", TODAY);
      tasklist.fill("报名截止日期", TODAY);
      tasklist.fill("起始价（元）", reserve);
      tasklist.fill("保证金（元）", "0");
      attach("处置公告");
      tasklist.complete();
    });
  }

  void bid(String caseNumber, String result) throws IOException {
    by(official(), caseNumber, "bid", () -> {
      tasklist.choose("竞价结果", result);
      tasklist.fill("竞价日期", TODAY);
      tasklist.fill("情况说明", "见竞价记录。");
      attach("竞价记录或者流拍证明");
      tasklist.complete();
    });
  }

  /** Fills in a sale; the official then completes the task or is refused. */
  void fillSale(String buyer, String price) {
    tasklist.fill("受让人、接收单位、债权人或者回收企业", buyer);
    tasklist.fill("其法定代表人或者实际控制人", "赵外人");
    tasklist.fill("成交、交接或者核销日期", TODAY);
    tasklist.fill("价款（元）", price);
    tasklist.fill("交易机构", "中原产权交易所");
    tasklist.fill("公告编号", "公告1号");
  }

  void fillReceipt(String number, String amount) {
    tasklist.addRow("缴库记录", Map.of("财政票据号", number, "电子缴款书号", "缴款" + number, "金额（元）", amount, "缴库日期", TODAY));
  }

  Locator rowOf(String table, int row) {
    return tasklist.form().locator("table[data-list=" + table + "] tbody tr").nth(row);
  }
}
