package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrongAnywhere;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import cn.gov.officecleanup.testkit.StatedReceptionYears;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks the disclosure of an office's receptions to the page that everybody reads, on a phone and without scripts as well (C19). */
class DisclosureWalkIT extends Walk {

  private static final String GOVERNMENT = "411500";
  private static final int YEAR = 2025;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private StatedReceptionYears receptions;
  @Autowired
  private RuntimeService runtime;

  @Test
  void everybodyReadsWhatWasSpent(BrowserWindow window) throws IOException {
    Office office = register.establish(new OfficeEntry(register.nextRegisterNumber(), "信阳市人民政府驻武汉办事处", GOVERNMENT, SenderKind.GOVERNMENT,
        null, "420100", "武汉市", WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, "联系在鄂企业和商会，服务外出务工人员。", true), "样政函〔2015〕1号", null);
    String staff = enter("disclosureStaff", "驻武汉办事处经办人", Groups.staffOf(office.id()));
    BigDecimal paid = new BigDecimal("41300.00");
    BigDecimal nothing = new BigDecimal("0.00");
    receptions.state(office.id(), YEAR,
        new ReceptionYear(new BigDecimal("40000.00"), nothing, paid, new BigDecimal("2800.00"), nothing, new BigDecimal("900.00"), 7, 46,
            List.of(new Sum("样例宾馆餐厅", new BigDecimal("38500.00")), new Sum("张样例农家饭店", new BigDecimal("2800.00"))),
            List.of(new Sum("工作餐", new BigDecimal("33300.00")), new Sum("车辆", new BigDecimal("8000.00"))), List.of("工作餐每人每次不超过60.00元")));
    open(window, GOVERNMENT);
    officials.asApplication(() -> runtime.startProcessInstanceByKey("reception-disclosure", Map.of("officeId", office.id(), "year", YEAR)));
    tasklist.logIn(staff, staff);
    at("explain", () -> {
      assertThat(tasklist.form().innerText()).contains("41,300.00元（超出预算，须说明）", "样例宾馆餐厅");
      tasklist.choose("核对结果", "统计数无误");
      tasklist.fill("差异说明", "增加两批招商考察接待。");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("explained");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT + "Finance", "agreeAccounts", () -> {
      tasklist.choose("核对结果", "已按账目核对");
      tasklist.fill("账面决算数（元）", "41300.00");
      tasklist.fill("决算批复的日期", LocalDate.now(EngineClock.ZONE).toString());
      tasklist.screenshot("agreed");
      tasklist.complete();
    });
    by("gov" + GOVERNMENT, "reviewRelease", () -> {
      tasklist.choose("是否涉及国家秘密", "否");
      tasklist.choose("是否涉及个人隐私", "是");
      tasklist.choose("是否涉及第三方商业秘密", "否");
      tasklist.choose("审查意见", "按上表公开");
      assertThat(tasklist.refusedComplete()).contains("请在表中把有关内容改为");
      tasklist.form().locator("[name=basis]").nth(3).selectOption("THIRD_PARTY");
      tasklist.form().locator("[name=reason]").nth(3).fill("场所名称含有个人姓名");
      nothingIsWrong(window.page(), ".cleanup-form");
      tasklist.screenshot("reviewed");
      tasklist.complete();
    });
    assertThat(window.page().request().get(address("/public")).text()).as("not yet").doesNotContain(office.name());
    by("gov" + GOVERNMENT + "Leader", "decide", () -> {
      assertThat(tasklist.form().innerText()).contains("场所名称含有个人姓名");
      decide("决定", "同意公开", "意见", "同意。");
    });
    everybodyReads(window, office);
  }

  private void everybodyReads(BrowserWindow window, Office office) {
    try (var nobody = window.page().context().browser().newContext(new Browser.NewContextOptions().setViewportSize(390, 844))) {
      Page page = nobody.newPage();
      page.navigate(address("/public?year=" + YEAR));
      shown(window, page, "list-on-a-phone");
      page.getByText(office.name()).click();
      assertThat(page.locator("main").innerText()).contains("41,300.00", "依照《政府信息公开条例》第十五条不予公开", "增加两批招商考察接待。").doesNotContain("张样例");
      shown(window, page, "disclosure-on-a-phone");
      APIResponse again = page.request().get(page.url());
      String tag = again.headers().get("etag");
      assertThat(again.headers()).doesNotContainKey("set-cookie").containsEntry("cache-control", "max-age=60, public");
      assertThat(page.request().get(page.url(), RequestOptions.create().setHeader("If-None-Match", tag)).status()).isEqualTo(304);
      assertThat(page.request().get(page.locator("a.file").nth(2).getAttribute("href").replaceFirst("^", address(""))).text())
          .contains("\"finalFigure\" : \"41300.00\"");
      page.getByText("办事机构名录").click();
      assertThat(page.locator("main").innerText()).contains(office.name(), "武汉市", "联系在鄂企业和商会");
      shown(window, page, "offices-on-a-phone");
      page.getByText("监督电话和信箱").first().click();
      assertThat(page.locator("main").innerText()).contains("河南省机关事务管理局", "0371-");
      shown(window, page, "contacts-on-a-phone");
      page.navigate(address("/public/disclosures/1/1999"));
      shown(window, page, "missing-on-a-phone");
      assertThat(nobody.cookies()).isEmpty();
    }
    try (var unscripted = window.page().context().browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = unscripted.newPage();
      page.navigate(address("/public?year=" + YEAR));
      save(window, page, "list");
      page.getByText(office.name()).click();
      save(window, page, "disclosure");
      page.pdf(new Page.PdfOptions().setPath(window.folder().resolve("disclosure-in-print.pdf")));
    }
  }

  private static void shown(BrowserWindow window, Page page, String what) {
    save(window, page, what);
    nothingIsWrongAnywhere(page);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(what).isLessThanOrEqualTo(390);
  }

  private static void save(BrowserWindow window, Page page, String what) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(window.folder().resolve(what + ".png")));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
