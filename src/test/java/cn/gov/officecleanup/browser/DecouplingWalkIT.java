package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks an office's parting from its guest house, one strand of which is done in part at first, until the bureau has verified it (C17). */
class DecouplingWalkIT extends Walk {

  private static final String GOVERNMENT = "411600";
  private static final String OFFICIALS = "gov" + GOVERNMENT;
  private static final int YEAR = LocalDate.now(EngineClock.ZONE).getYear();

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;

  @Test
  void anOfficePartsFromItsGuestHouse(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "周口市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕2号", 3, null, true), "样政函〔2015〕2号", null);
    register.putAsset(office.id(), new OfficeAsset("F-01", AssetKind.HOUSE, "试验招待所客房楼", new BigDecimal("680000.00")));
    register.putAsset(office.id(), new OfficeAsset("E-01", AssetKind.EQUIPMENT, "复印机", new BigDecimal("12000.00")));
    open(window, GOVERNMENT);
    logInAs(OFFICIALS);
    tasklist.startProcess("经营性实体脱钩");
    tasklist.choose("办事机构", office.described());
    tasklist.fill("经营性实体", "试验招待所");
    tasklist.choose("实体类别", "招待所");
    tasklist.submitStart();
    String caseNumber = cases.openCaseOf(office.id(), "entity-decoupling").orElseThrow().caseNumber();
    by(OFFICIALS, "plan", this::plan);
    window.page().waitForCondition(() -> task("correct") != null);
    at("correct", () -> {
      assertThat(tasklist.form().innerText()).contains("只收回房屋不能脱钩");
      assertThat(tasklist.form().getByLabel("发文字号").inputValue()).as("it was not used").isEqualTo("周驻汉〔%d〕1号".formatted(YEAR));
      tasklist.choose("脱钩方式", "注销");
      tasklist.screenshot("corrected");
      tasklist.complete();
    });
    by(OFFICIALS + "Finance", "reviewAssets", () -> agree("审核意见"));
    by(OFFICIALS + "Personnel", "reviewPosts", () -> agree("审核意见"));
    by(OFFICIALS + "Leader", "sign", () -> {
      assertThat(tasklist.preview("脱钩方案的批复").innerText()).contains("（周驻汉〔%d〕1号）收悉".formatted(YEAR), "同意你单位采取注销的方式与试验招待所脱钩");
      tasklist.screenshot("reply");
      tasklist.closeDocument();
      decide("审定结果", "同意，批复办事机构", "审定意见", "同意。");
    });
    by(OFFICIALS, "partPeople", () -> people("1"));
    by(OFFICIALS, "partAccounts", () -> {
      done("财务脱钩");
      tasklist.fill("办事机构与实体之间的往来款余额（元）", "0");
      tasklist.fill("办事机构为实体担保的余额（元）", "0");
      attach("往来款结清确认书");
      tasklist.complete();
    });
    by(OFFICIALS, "partAssets", () -> {
      tasklist.choose("脱钩方式", "注销");
      tasklist.choose("是否由法院裁定破产", "否");
      done("资产脱钩");
      attach("清算报告");
      tasklist.complete();
    });
    by(OFFICIALS, "partFunctions", () -> {
      done("职能名称脱钩");
      tasklist.choose("登记情况", "从未登记，已停止使用名称");
      attach("登记机关出具的证明");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> task("partPeople") != null);
    assertThat(task("partAccounts")).as("what is done stays done").isNull();
    by(OFFICIALS, "partPeople", () -> {
      assertThat(tasklist.form().innerText()).contains("职工2名，已安置1名，还有1名没有安置，不能办结。");
      tasklist.screenshot("lacking");
      people("2");
    });
    window.page().waitForCondition(() -> task("reportParting") != null);
    by(OFFICIALS, "reportParting", () -> {
      tasklist.fill("需要说明的其他情况", "没有遗留问题。");
      tasklist.fill("报告签发人", "样例主任");
      tasklist.fill("发文字号", "周驻汉〔%d〕2号".formatted(YEAR));
      tasklist.screenshot("reporting");
      assertThat(tasklist.preview("脱钩完成情况的报告").innerText()).contains("《关于同意与试验招待所脱钩方案的批复》（周政函〔%d〕".formatted(YEAR), "职工2名全部安置", "样例主任");
      tasklist.screenshot("report");
      tasklist.closeDocument();
      tasklist.complete();
    });
    by(OFFICIALS + "Leader", "signLetter", () -> {
      assertThat(tasklist.preview("请予核验脱钩情况的函").innerText()).contains("河南省机关事务管理局", "请予核验");
      tasklist.screenshot("letter");
      tasklist.closeDocument();
      decide("签发结果", "同意，函请核验", "签发意见", "同意。");
    });
    window.page().waitForCondition(() -> task("verify") != null);
    by("provincialBureau", "verify", () -> {
      tasklist.choose("核验方式", "现场核验");
      tasklist.choose("核验结果", "退回补办");
      assertThat(tasklist.refusedComplete()).contains("退回补办的事项");
      tasklist.choose("核验结果", "通过");
      tasklist.screenshot("verified");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> cases.get(caseNumber).outcome() != null);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("PARTED");
    assertThat(register.businessEntitiesOf(office.id())).allMatch(entity -> entity.parted());
  }

  private void plan() {
    tasklist.choose("脱钩方式", "注销");
    tasklist.choose("登记类型", "未登记的内部招待所");
    tasklist.fill("没有登记的原因", "内部招待所，从未登记。");
    tasklist.fill("办事机构出资比例（%）", "100");
    tasklist.fill("注册资本（元）", "0");
    tasklist.fill("账面净资产（元）", "120000.00");
    tasklist.fill("负债（元）", "0");
    tasklist.fill("职工人数", "2");
    tasklist.choose("是否由法院裁定破产", "否");
    tasklist.fill("在实体兼职的人员、办事机构工作人员及其近亲属", "无");
    tasklist.fill("职工、债务和担保的安排", "职工两名由市机关事务局安置，无债务担保。");
    tasklist.fill("请示签发人", "样例主任");
    tasklist.fill("发文字号", "周驻汉〔%d〕1号".formatted(YEAR));
    Locator assets = tasklist.form().locator("[data-list=assets]");
    assertThat(assets.locator("button").count()).as("no row is added or deleted").isZero();
    Locator house = assets.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("客房楼"));
    assertThat(house.locator("select").inputValue()).as("it has the entity's name").isEqualTo("YES");
    assertThat(tasklist.preview("脱钩方案的请示").innerText()).contains("样例主任", "没有登记（内部招待所，从未登记）", "拟采取注销的方式脱钩", "登记的资产1项");
    tasklist.screenshot("request");
    tasklist.closeDocument();
    assertThat(tasklist.refusedComplete()).contains("脱钩方案");
    attach("脱钩方案");
    house.locator("select").selectOption("NO");
    assertThat(tasklist.refusedComplete()).contains("试验招待所客房楼”的名称或者此前填报的方案表明由实体使用");
    house.locator("select").selectOption("NOT_APPLICABLE");
    house.locator("input:not([type=hidden])").fill("产权属于市机关事务局，已经收回。");
    tasklist.screenshot("planned");
    tasklist.choose("脱钩方式", "收回房屋");
    tasklist.complete();
  }

  private void people(String placed) {
    done("人员脱钩");
    tasklist.fill("仍在实体兼职、领取报酬的公务员人数", "0");
    tasklist.fill("已安置的职工人数", placed);
    attach("职工安置方案和职工大会决议");
    tasklist.complete();
  }

  private void done(String strand) {
    tasklist.choose(strand + "的情况", "已经办结");
    tasklist.fill(strand + "的办结日期", LocalDate.now(EngineClock.ZONE).toString());
  }

  private void agree(String label) {
    tasklist.fill(label, "同意。");
    tasklist.complete();
  }
}
