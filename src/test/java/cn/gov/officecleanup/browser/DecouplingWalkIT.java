package cn.gov.officecleanup.browser;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks an office's parting from its guest house, one strand of which is done in part at first, until the bureau has verified it (C17). */
class DecouplingWalkIT extends Walk {

  private static final String GOVERNMENT = "411600";
  private static final String OFFICIALS = "gov" + GOVERNMENT;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;

  @Test
  void anOfficePartsFromItsGuestHouse(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "周口市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕2号", 3, null, true), "样政函〔2015〕2号", null);
    open(window, GOVERNMENT);
    logInAs(OFFICIALS);
    tasklist.startProcess("经营性实体脱钩");
    tasklist.choose("办事机构", office.described());
    tasklist.fill("经营性实体", "试验招待所");
    tasklist.choose("实体类别", "招待所");
    tasklist.submitStart();
    String caseNumber = cases.openCaseOf(office.id(), "entity-decoupling").orElseThrow().caseNumber();
    by(OFFICIALS, "plan", this::plan);
    by(OFFICIALS + "Finance", "reviewAssets", () -> agree("审核意见"));
    by(OFFICIALS + "Personnel", "reviewPosts", () -> agree("审核意见"));
    by(OFFICIALS + "Leader", "sign", () -> decide("审定结果", "同意", "审定意见", "同意。"));
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
    assertThat(tasklist.refusedComplete()).contains("脱钩方案");
    attach("脱钩方案");
    tasklist.screenshot("planned");
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
