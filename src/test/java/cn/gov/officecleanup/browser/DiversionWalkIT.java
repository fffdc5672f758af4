package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C7: whoever tries to divert an asset of an abolished office in Tasklist is refused each time, with the clause. */
class DiversionWalkIT extends WindingUpWalk {

  @Test
  void everyDiversionIsRefused(BrowserWindow window) throws IOException {
    open(window, "411525");
    String abolition = abolition();
    byAnotherWayAfterTheFreeze();
    by(official(), abolition, "confirmInventory", () -> {
      rowOf("inventory", 0).getByText("删除").click();
      assertThat(tasklist.refusedComplete()).as("an asset left out of the inventory").contains("C-01", "冻结的资产不能删除");
      tasklist.screenshot("left-out");
      tasklist.addRow("资产清册", Map.of("资产编号", "C-01", "资产类别", "车辆", "资产名称", "轿车", "账面值（元）", "1", "盘点情况", "在"));
      assertThat(tasklist.refusedComplete()).as("an asset made cheap").contains("账面值出入", "请填写出入说明");
      rowOf("inventory", 1).getByLabel("账面值（元）").fill("128000.00");
      tasklist.complete();
    });
    approveInventory(abolition);
    by(official(), abolition, "confirmStaff", () -> {
      tasklist.addRow("人员名单", HIRED);
      tasklist.complete();
    });
    String sale = casesOf("asset-disposal", 2).stream()
        .filter(number -> cases.find(number).orElseThrow().title().startsWith("F-01"))
        .findFirst()
        .orElseThrow();
    propose(sale, "出售", "权属证明");
    appraise(sale, "1000000");
    approve(sale);
    announce(sale, "900000");
    bid(sale, "成交");
    toStaff(sale);
    belowTheLine(sale);
    withoutReceipt(sale);
    twice(sale);
    assertThat(ledger.entriesOf(abolition)).extracting(LedgerEntry::step).filteredOn(step -> step == LedgerStep.DISPOSED).hasSize(1);
    assertThat(ledger.balanceOf(abolition).balanced()).isTrue();
    assertThat(office().status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
  }

  private void byAnotherWayAfterTheFreeze() throws IOException {
    logInAs(official());
    tasklist.startProcess("导入登记册");
    String csv = "登记编号,资产编号,资产类别,资产名称,账面原值\n%s,C-01,车辆,报废车,1.00\n".formatted(office().registerNumber());
    tasklist.upload("办事机构文件（XLSX或者CSV）", Files.writeString(folder.resolve("assets.csv"), csv));
    tasklist.submitStart();
    tasklist.openTaskWithId(tasks.createTaskQuery().processDefinitionKey("register-import").singleResult().getId());
    assertThat(tasklist.form().innerText()).contains("资产已经冻结", "资产盘点");
    tasklist.screenshot("import-after-freeze");
    assertThat(register.assetsOf(office().id())).extracting(OfficeAsset::bookValue)
        .containsExactly(new BigDecimal("128000.00"), new BigDecimal("730000.00"));
    logInAs(official());
    tasklist.startProcess("撤销办事机构");
    window.page().locator("select[cam-variable-name=officeId]").selectOption(String.valueOf(office().id()));
    tasklist.fill("撤销理由", "重新冻结资产");
    assertThat(tasklist.refusedStart()).as("a second abolition").contains("正在办理，不能重复发起");
    tasklist.cancelStart();
    tasklist.logOut();
  }

  private void toStaff(String sale) throws IOException {
    by(official(), sale, "carryOut", () -> {
      fillSale("李小妹", "1000000");
      attach("成交确认书和合同", "交接单", "过户或者注销登记证明");
      tasklist.complete();
    });
    by(official(), sale, "carryOut", () -> {
      assertThat(tasklist.form().innerText()).as("to a relative of the staff")
          .contains("申报的近亲属，不得受让", "依据：《实施方案》：严禁借清理整顿之机挪用、私分、侵吞国有资产；本产品规定");
      tasklist.screenshot("to-staff");
      fillSale("李小姝", "1000000");
      tasklist.complete();
    });
    by(official(), sale, "carryOut", () -> {
      assertThat(tasklist.form().innerText()).as("whose name is nearly that of a relative")
          .contains("只差一个字或者繁简写法", "不是同一人的，请在“受让人与机构人员姓名相近的说明”中写明核对情况");
      tasklist.screenshot("nearly-a-relative");
    });
  }

  private void belowTheLine(String sale) throws IOException {
    by(official(), sale, "carryOut", () -> {
      fillSale("郑州甲公司", "899999.99");
      tasklist.complete();
    });
    by(official(), sale, "carryOut", () -> {
      assertThat(tasklist.form().innerText()).contains("成交价899,999.99元低于公告的起始价900,000.00元", "成交价底线", "900,000.00元");
      fillSale("郑州甲公司", "900000");
      tasklist.complete();
    });
  }

  private void withoutReceipt(String sale) throws IOException {
    by(official() + "Finance", sale, "receive", () -> {
      assertThat(tasklist.refusedComplete()).as("no receipt stated").contains("“缴库记录”至少填写一行");
      fillReceipt("豫财9001", "900000.01");
      assertThat(tasklist.refusedComplete()).as("no receipt attached").contains("缺少“财政票据”");
      attach("财政票据");
      assertThat(tasklist.refusedComplete()).as("more than the price").contains("不超过尚未缴库的900,000.00元");
      rowOf("receipts", 0).getByLabel("金额（元）").fill("500000");
      tasklist.complete();
    });
    by(official() + "Finance", sale, "receive", () -> {
      fillReceipt("豫财9001", "400000");
      assertThat(tasklist.refusedComplete()).as("the same receipt again").contains("一张票据只能登记一次");
      tasklist.screenshot("receipt-again");
      rowOf("receipts", 0).getByLabel("财政票据号").fill("豫财9002");
      tasklist.complete();
    });
  }

  /** A second deal would need a task of the disposal that has ended, or a disposal of its own; the interface offers neither. */
  private void twice(String sale) {
    window.page().waitForCondition(() -> tasks.createTaskQuery().processInstanceBusinessKey(sale).count() == 0);
    logInAs(official());
    assertThat(startedByHand("asset-disposal")).isIn(400, 403);
    List<LedgerEntry> entries = ledger.entriesOf(
        ledger.assetsOf(abolition()).stream().filter(asset -> asset.assetNumber().equals("F-01")).findFirst().orElseThrow().id());
    assertThat(entries).extracting(LedgerEntry::step)
        .endsWith(LedgerStep.PRICED, LedgerStep.RECEIVED, LedgerStep.RECEIVED, LedgerStep.DISPOSED);
  }

  private int startedByHand(String key) {
    String token = window.page()
        .context()
        .cookies()
        .stream()
        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow().value;
    return window.page()
        .request()
        .post("http://127.0.0.1:" + port + "/camunda/api/engine/engine/default/process-definition/key/" + key + "/start",
            RequestOptions.create().setHeader("X-XSRF-TOKEN", token).setHeader("Content-Type", "application/json").setData("{}"))
        .status();
  }
}
