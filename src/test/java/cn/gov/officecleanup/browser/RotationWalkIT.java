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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks the registration of an official, whose term is over, and the rotation that begins by itself, to the handover (C13). */
class RotationWalkIT extends Walk {

  private static final String GOVERNMENT = "411400";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;

  @Test
  void aPostIsHandedOver(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "商丘市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
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
      tasklist.choose("岗位类别", "一般岗位");
      tasklist.fill("任职日期", LocalDate.now(EngineClock.ZONE).minusYears(3).toString());
      tasklist.fill("任职依据", "样政任〔2015〕2号");
      tasklist.screenshot("posted");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.complete();
    });
    window.page().waitForCondition(() -> task("nominate") != null);
    at("nominate", () -> {
      assertThat(tasklist.form().innerText()).contains("张样例", "YL-0001", "任期届满日").doesNotContain("延期的理由");
      nominate("YL-0001");
    });
    at("correct", () -> {
      assertThat(tasklist.form().innerText()).contains("继任人选与现任是同一人");
      nominate("YL-0002");
    });
    by("gov" + GOVERNMENT, "confirm", () -> decide("确认结果", "确认", "确认意见", "同意。"));
    by("gov" + GOVERNMENT + "Leader", "decide", () -> {
      tasklist.choose("决定", "同意");
      assertThat(tasklist.refusedComplete()).contains("请填写任免通知的文号");
      tasklist.fill("任免通知文号", "样政任〔2015〕9号");
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
    window.page().waitForCondition(() -> cases.get(caseNumber).outcome() != null);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
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
