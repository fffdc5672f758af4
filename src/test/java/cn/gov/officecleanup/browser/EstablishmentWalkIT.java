package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks an application to set up an office through the running demo (C4, C5). */
class EstablishmentWalkIT extends Walk {

  @Autowired
  private OfficeRegister register;

  @Test
  void aNewOfficeForSpecialWorkIsApproved(BrowserWindow window) throws IOException {
    open(window, "410600");
    logInAs("gov410600");
    tasklist.startProcess("设立申请");
    tasklist.choose("派出地政府", "鹤壁市人民政府");
    tasklist.fill("拟设办事机构全称", "鹤壁市人民政府驻郑州办事处");
    // typed, not pointed at
    Locator typed = tasklist.form().getByLabel("筛选拟驻城市");
    typed.pressSequentially("zzs");
    PlaywrightAssertions.assertThat(tasklist.form().getByText("符合的有1项。")).isVisible();
    tasklist.screenshot("city-narrowed");
    typed.press("Enter");
    PlaywrightAssertions.assertThat(tasklist.form().locator("#hostCityCode")).hasValue("410100");
    PlaywrightAssertions.assertThat(tasklist.form().locator("#hostCityName")).hasValue("郑州市");
    tasklist.submitStart();
    at("draft", () -> {
      fillInRequest();
      tasklist.choose("工作性质", "专项工作");
      tasklist.fill("专项工作名称", "重点项目建设协调");
      tasklist.fill("拟用办公用房建筑面积（平方米，取整数）", "200");
      tasklist.fill("拟配公务用车（辆）", "0");
      tasklist.fill("每年所需经费（元）", "500000.00");
      tasklist.fill("专项工作结束日期", "2035-12-31");
      tasklist.fill("设立理由", "因重点项目建设协调需要，设立专项工作机构，项目结束即撤。");
      tasklist.fill("促进经济合作", PLAN);
      tasklist.fill("参与社会管理", PLAN);
      tasklist.fill("提供公共服务", PLAN);
      tasklist.fill("接待服务和争取项目资金占工作量的百分比", "10");
      tasklist.fill("编制人数", "4");
      tasklist.fill("管理制度和绩效考核", "由市政府办公室管理，每年进行绩效考核。");
      attach("请示", "常务会议纪要", "管理制度");
      tasklist.screenshot("filled");
      tasklist.complete();
    });
    by("gov410600Leader", "sign", () -> decide("签批结果", "同意上报", "签批意见", "同意。"));
    by("provincialBureau", "accept", () -> decide("收文办理结果", "收文办理", "收文办理意见", "材料齐全。"));
    departmentsAgree();
    by("provincialBureau", "review", () -> decide("审核结果", "建议批准", "审核意见", "确有需要。"));
    by("provincialBureauLeader", "bureauSign", () -> decide("签署结果", "同意，报省政府", "签署意见", "报省政府。"));
    by("gov410000", "approve", () -> decide("拟办结果", "拟同意", "拟办意见", "确有需要。"));
    by("gov410000Leader", "issue", () -> decide("签发结果", "签发", "签发意见", "同意。"));
    by("gov410600", "receive", () -> {
      assertThat(text(downloadReply())).contains("同意设立", "鹤壁市人民政府驻郑州办事处", "因重点项目建设协调专项工作设置", "2035年12月31日");
      tasklist.tick("已收到批复并将按批复执行");
      tasklist.complete();
    });
    assertThat(register.officesOf("410600")).anySatisfy(office -> {
      assertThat(office.status()).isEqualTo(OfficeStatus.ESTABLISHED);
      assertThat(office.entry().specialWorkEnd()).isEqualTo(LocalDate.of(2035, 12, 31));
    });
  }
}
