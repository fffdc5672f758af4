package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.press;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Walks the winding-up of an office that the plan abolishes through the running demo, until it is abolished and the ledger settled (C1, C6,
 * C7).
 */
class WindingUpWalkIT extends WindingUpWalk {

  private static final String DRIVER = """
    姓名,身份证号码,出生日期,性别,人员身份,职务岗位,入职日期,申报的近亲属
    李当地,410102198505121213,1985年5月12日,男,当地聘用人员,司机,2010-03-01,李小妹
    """;

  @Test
  void anOfficeIsWoundUpAndItsLedgerBalances(BrowserWindow window) throws IOException {
    open(window, "410225");
    String abolition = abolition();
    by(official(), abolition, "confirmInventory", () -> {
      assertThat(tasklist.form().innerText()).contains("资产已经冻结", "冻结资产", "2项，账面808,000.00元");
      tasklist.addRow("资产清册", Map.of("资产编号", "S-09", "资产类别", "设备", "资产名称", "打印机", "账面值（元）", "1999.99", "盘点情况", "在"));
      assertThat(tasklist.refusedComplete()).contains("盘盈", "请填写出入说明");
      rowOf("inventory", 2).getByLabel("出入说明").fill("上级单位赠送，未入账");
      tasklist.addRow("资产清册", Map.of("资产编号", "S-10", "资产类别", "设备", "资产名称", "会议桌", "账面值（元）", "100", "盘点情况", "在", "出入说明", "漏登"));
      tasklist.addRow("资产清册", Map.of("资产编号", "S-11", "资产类别", "其他", "资产名称", "文件柜", "账面值（元）", "200", "盘点情况", "在", "出入说明", "漏登"));
      tasklist.screenshot("inventory");
      tasklist.complete();
    });
    approveInventory(abolition);
    by(official(), abolition, "confirmStaff", () -> {
      importStaff("姓名,身份证号码,出生日期,性别,人员身份,职务岗位,入职日期,申报的近亲属\n李当地,410102198505121213,1985年5月12日,男,临时工,司机,2010-03-01,李小妹\n");
      tasklist.form().locator(".table-import-message").filter(new Locator.FilterOptions().setHasText("临时工")).waitFor();
      assertThat(tasklist.form().locator(".table-import-message").innerText()).contains("第 2 行", "人员身份",
          "公务员、参照公务员法管理人员、事业单位人员、工勤人员、当地聘用人员、劳务派遣人员、借调（挂职）人员、离退休人员之一");
      tasklist.screenshot("import-refused");
      importStaff(DRIVER);
      tasklist.form().locator(".table-import-message").filter(new Locator.FilterOptions().setHasText("已从文件读入1行")).waitFor();
      askedAboutTheRowsThatAreThere("保留，文件中的行加在后面", 2);
      askedAboutTheRowsThatAreThere("由文件中的行替换", 1);
      tasklist.screenshot("imported");
      tasklist.complete();
    });
    by("audit", abolition, "reviewDifferences", () -> {
      assertThat(tasklist.form().innerText()).contains("盘盈", "上级单位赠送，未入账", "依据：《实施方案》：严禁借清理整顿之机挪用、私分、侵吞国有资产");
      decide("审阅结果", "说明成立", "审阅意见", "说明成立。");
    });
    List<String> disposals = casesOf("asset-disposal", 5);
    sellTheHouse(caseAbout(disposals, "F-01"));
    proposeFromOneTable(caseAbout(disposals, "C-01"), caseAbout(disposals, "S-09"));
    transferTheCar(caseAbout(disposals, "C-01"));
    scrapThePrinter(caseAbout(disposals, "S-09"));
    sellTheFurnitureAsOneLot(caseAbout(disposals, "S-10"));
    place(casesOf("staff-placement", 1).get(0));
    by(official(), abolition, "closing", () -> {
      tasklist.fill("银行账户注销日期", TODAY);
      tasklist.fill("印章缴销日期", TODAY);
      tasklist.choose("房屋租约", "没有租约");
      tasklist.fill("牌匾摘除日期", TODAY);
      tasklist.fill("登记注销日期", TODAY);
      tasklist.choose("税务登记", "没有办理过税务登记");
      tasklist.choose("车辆号牌", "没有车辆号牌");
      tasklist.choose("债权债务", "没有债权债务");
      tasklist.fill("档案移交日期", TODAY);
      tasklist.fill("档案接收单位", "县档案馆");
      tasklist.fill("清算审计报告日期", TODAY);
      tasklist.fill("清算审计报告文号", "审字〔2015〕1号");
      attach("账户注销证明", "印章缴销证明", "登记注销证明", "档案移交清单", "清算审计报告");
      tasklist.complete();
    });
    by(official() + "Leader", abolition, "signClosure", () -> {
      assertThat(tasklist.form().innerText()).contains("5项，账面810,299.99元", "尚未缴0.00元", "共1人，已安置1人", "平衡");
      decide("签署结果", "同意办结", "签署意见", "同意办结。");
    });
    window.page().waitForCondition(() -> office().status() == OfficeStatus.ABOLISHED);
    Office abolished = office();
    assertThat(abolished.outcome().reason()).contains("资产5项", "收入700,300.02元", "工作人员1人");
    assertThat(ledger.balanceOf(abolition).settled()).isTrue();
    by(official(), abolition, "archive", () -> {
      assertThat(
          text(window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("撤销办结情况的函.docx")).first())))
          .contains("兰考县人民政府", "共有资产5项", "协商解除劳动合同1人", "盘盈“S-09 打印机”（上级单位赠送，未入账）", "豫财0001");
      tasklist.screenshot("report");
      tasklist.tick("已报送并归档");
      tasklist.complete();
    });
    auditTheLedger(abolition);
  }

  private void askedAboutTheRowsThatAreThere(String answer, int rows) throws IOException {
    importStaff(DRIVER);
    Locator dialog = window.page().locator("dialog.cleanup-dialog");
    tasklist.screenshot("import-asks");
    dialog.getByLabel("已有的行").selectOption(answer);
    dialog.getByText("确定").click();
    PlaywrightAssertions.assertThat(tasklist.form().locator("table[data-list=staff] tbody tr")).hasCount(rows);
  }

  private void importStaff(String csv) throws IOException {
    tasklist.upload("从文件读入（CSV或者XLSX）", Files.writeString(folder.resolve("staff.csv"), csv, Charset.forName("GBK")));
  }

  private void sellTheHouse(String sale) throws IOException {
    propose(sale, "出售", "权属证明");
    appraise(sale, "700000");
    approve(sale);
    announce(sale, "700000");
    bid(sale, "流拍，重新挂牌");
    by(official() + "Finance", sale, "relist", () -> {
      tasklist.fill("重新挂牌的最低起始价（元）", "600000");
      tasklist.fill("理由", "无人应价，降价重新挂牌。");
      assertThat(tasklist.refusedComplete()).contains("每次降价不超过10%", "630,000.00元");
      tasklist.fill("重新挂牌的最低起始价（元）", "630000");
      tasklist.screenshot("relisting");
      tasklist.complete();
    });
    announce(sale, "630000");
    bid(sale, "成交");
    by(official(), sale, "carryOut", () -> {
      fillSale("郑州甲公司", "700000");
      attach("成交确认书和合同", "交接单", "过户或者注销登记证明");
      tasklist.screenshot("sale");
      tasklist.complete();
    });
    by(official() + "Finance", sale, "receive", () -> {
      fillReceipt("豫财0001", "700000");
      attach("财政票据");
      tasklist.screenshot("receipt");
      tasklist.complete();
    });
  }

  /** 批量办理: a row for each; one that is refused keeps what was typed, and is sent again. */
  private void proposeFromOneTable(String transfer, String scrap) throws IOException {
    logInAs(official());
    Page page = window.page();
    page.navigate("http://127.0.0.1:" + port + "/camunda/lib/cleanup/lists.html?step=提出处置方案");
    page.locator("body[data-ready]").waitFor();
    page.locator("tr[data-case='" + transfer + "'] input[type=checkbox]").check();
    page.locator("tr[data-case='" + scrap + "'] input[type=checkbox]").check();
    page.getByText("批量办理（2件）").click();
    Locator dialog = page.locator("dialog.in-rows");
    Locator car = dialog.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(transfer));
    Locator printer = dialog.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(scrap));
    car.locator("[name=method]").selectOption("无偿划转");
    printer.locator("[name=method]").selectOption("报废");
    assertThat(printer.locator("[name=receiver]").isDisabled()).as("asked of what is handed over").isTrue();
    assertThat(printer.locator("[name=method] option[value=DEMOLITION]").getAttribute("title")).as("why it is no way").isNotBlank();
    car.locator("[name=receiver]").fill("县机关事务服务中心");
    Locator first = dialog.locator("tbody tr").first();
    first.locator("[name=titleState]").selectOption("权属清晰");
    first.locator("[name=reasons]").fill("机构撤销，依规处置。");
    dialog.getByLabel("把第一行的“权属情况”填到以下各行").click();
    press(page, dialog.getByLabel("把第一行的“处置理由”填到以下各行"), "Enter");
    for (String kind : new String[]{"权属证明", "接收单位同意接收的函", "技术鉴定意见"}) {
      dialog.getByLabel("附件种类").selectOption(kind);
      dialog.getByLabel("附到每一件的附件").setInputFiles(Files.writeString(folder.resolve(kind + ".pdf"), "%PDF-1.4 " + kind));
      PlaywrightAssertions.assertThat(dialog.locator(".attached-told")).containsText("已作为%s附到2件".formatted(kind));
    }
    printer.locator("[name=reasons]").evaluate("input => { input.removeAttribute('minlength'); input.value = '旧'; }");
    window.screenshot("proposed-in-rows");
    nothingIsWrong(page, "dialog");
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(dialog.locator(".progress-told")).containsText("已办理1件，未办理1件");
    assertThat(printer.locator(".row-result").innerText()).contains("处置理由");
    window.screenshot("refused-in-rows");
    printer.locator("[name=reasons]").fill("已经损坏，不能修复。");
    dialog.locator("button[type=submit]").click();
    PlaywrightAssertions.assertThat(printer.locator(".row-result")).hasText("已办理");
    page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
  }

  private void transferTheCar(String transfer) throws IOException {
    approve(transfer);
    by(official(), transfer, "carryOut", () -> {
      tasklist.fill("成交、交接或者核销日期", TODAY);
      attach("交接单", "过户或者注销登记证明");
      tasklist.screenshot("transfer");
      tasklist.complete();
    });
  }

  private void scrapThePrinter(String scrap) throws IOException {
    by(official() + "Leader", scrap, "endorse", () -> decide("审核结果", "同意", "审核意见", "同意。"));
    by(official(), scrap, "carryOut", () -> {
      tasklist.fill("受让人、接收单位、债权人或者回收企业", "郑州回收公司");
      tasklist.fill("成交、交接或者核销日期", TODAY);
      tasklist.fill("价款（元）", "0");
      tasklist.complete();
    });
  }

  private void sellTheFurnitureAsOneLot(String lot) throws IOException {
    by(official(), lot, "propose", () -> {
      assertThat(shown()).doesNotContain("打包处置");
      tasklist.choose("处置方式", "出售");
      tasklist.choose("出售方式", "产权交易机构挂牌");
      assertThat(shown()).contains("1项可以并入", "S-11", "文件柜", "所得按各项评估价分摊").doesNotContain("打印机");
      rowOf("lot", 0).getByLabel("是否并入").selectOption("YES");
      tasklist.choose("权属情况", "权属清晰");
      tasklist.fill("处置理由", "零星资产打包出售。");
      tasklist.screenshot("lot");
      tasklist.complete();
    });
    by(official(), lot, "appraise", () -> {
      assertThat(shown()).contains("2项，账面值合计300.00元", "S-10 会议桌（设备）", "S-11 文件柜（其他）");
      tasklist.fill("评估机构", "河南某资产评估公司");
      tasklist.fill("评估机构资质证书号", "41020001");
      tasklist.fill("评估报告文号", "豫评报字〔2015〕9号");
      tasklist.fill("评估基准日", TODAY);
      tasklist.fill("评估价（元）", "300");
      rowOf("lotValues", 0).getByLabel("分项评估价（元）").fill("100.01");
      rowOf("lotValues", 1).getByLabel("分项评估价（元）").fill("200");
      attach("评估报告");
      assertThat(tasklist.refusedComplete()).contains("各项资产评估价之和为300.01元");
      tasklist.fill("评估价（元）", "300.01");
      tasklist.screenshot("lot-values");
      tasklist.complete();
    });
    by(official() + "Leader", lot, "endorse", () -> decide("审核结果", "同意", "审核意见", "同意。"));
    announce(lot, "300.01");
    bid(lot, "成交");
    by(official(), lot, "carryOut", () -> {
      fillSale("郑州乙公司", "300.02");
      attach("成交确认书和合同", "交接单");
      tasklist.complete();
    });
    by(official() + "Finance", lot, "receive", () -> {
      fillReceipt("豫财0002", "300.02");
      attach("财政票据");
      tasklist.screenshot("lot-receipt");
      tasklist.complete();
    });
  }

  private void place(String placement) throws IOException {
    by(official(), placement, "plan", () -> {
      Locator outcomes = tasklist.form().getByLabel("安置方式", new Locator.GetByLabelOptions().setExact(true));
      tasklist.fill("生效日期", "2050-08-03");
      outcomes.locator("option[value=CONTRACT_ENDED]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(tasklist.form().innerText()).contains("生效之日已达到法定退休年龄，应当办理退休");
      tasklist.screenshot("of-age");
      tasklist.fill("生效日期", "2015-08-03");
      outcomes.locator("option[value=CONTRACT_ENDED]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      tasklist.choose("安置方式", "协商解除劳动合同");
      tasklist.fill("本人前十二个月平均工资（元）", "3000");
      tasklist.fill("当地上年度职工月平均工资（元）", "3500");
      tasklist.fill("当地月最低工资标准（元）", "1600");
      tasklist.complete();
    });
    by(official() + "Personnel", placement, "confirm", () -> {
      assertThat(tasklist.form().innerText()).contains("李当地", "16,500.00元（5.5个月");
      decide("确认结果", "确认", "确认意见", "同意。");
    });
    by(official(), placement, "tell", () -> {
      assertThat(tasklist.form().innerText()).contains("1年内可以申请劳动人事争议仲裁");
      tasklist.fill("告知日期", TODAY);
      tasklist.choose("本人意见", "有异议");
      tasklist.fill("提出异议日期", TODAY);
      tasklist.fill("异议内容", "认为补偿偏低");
      attach("本人签字的声明");
      tasklist.complete();
    });
    by(official() + "Leader", placement, "answer", () -> {
      assertThat(tasklist.form().innerText()).contains("认为补偿偏低");
      decide("答复", "维持安置方案", "答复理由", "补偿依法计算。");
    });
    by(official(), placement, "carryOut", () -> {
      tasklist.fill("办理完毕日期", TODAY);
      tasklist.fill("经济补偿支付凭证号", "凭证8");
      tasklist.fill("经济补偿支付日期", TODAY);
      attach("调动、退休审批、解除合同等证明", "经济补偿支付凭证");
      tasklist.complete();
    });
    by(official(), placement, "handOver", () -> {
      tasklist.fill("出具解除或者终止劳动合同证明的日期", TODAY);
      tasklist.fill("社会保险关系转移日期", TODAY);
      tasklist.fill("档案转移日期", TODAY);
      tasklist.choose("未休年休假", "没有未休年休假");
      attach("解除或者终止劳动合同的证明");
      tasklist.screenshot("handover");
      tasklist.complete();
    });
  }

  private void auditTheLedger(String abolition) {
    logInAs("audit");
    tasklist.startProcess("资产台账核查");
    tasklist.submitStart();
    tasklist.openTaskWithId(tasks.createTaskQuery().taskDefinitionKey("readResult").singleResult().getId());
    assertThat(tasklist.form().innerText()).contains("记录完整，全部平衡");
    tasklist.screenshot("audit");
    tasklist.fill("审阅意见", "账实相符。");
    tasklist.complete();
    assertThat(ledger.balanceOf(abolition).received()).isEqualByComparingTo(new BigDecimal("700300.02"));
  }

  private String caseAbout(List<String> disposals, String assetNumber) {
    return disposals.stream().filter(number -> cases.find(number).orElseThrow().title().contains(assetNumber)).findFirst().orElseThrow();
  }
}
