package cn.gov.officecleanup.browser;

import static cn.gov.officecleanup.browser.Accessibility.nothingIsWrong;
import static cn.gov.officecleanup.browser.Accessibility.press;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Attachments of each kind looked at where one works. */
class ViewingDocumentsIT extends Walk {

  @Test
  void attachmentsAreShownBesideTheForm(BrowserWindow window) throws IOException {
    open(window, "410200");
    logInAs("gov410200");
    at("draft", () -> {
      tasklist.attach("请示", pdf(window.page()));
      tasklist.attach("管理制度", workbook());
      tasklist.attach("管理制度", wideWorkbook());
      tasklist.attach("脱钩证明或者承诺书", word());
      tasklist.attach("请示", Files.copy(window.picture("picture"), folder.resolve("图片.png")));
      tasklist.attach("请示", Files.write(folder.resolve("坏.pdf"), "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)));
      tasklist.attach("请示", ofd());
    });
    Page page = window.page();
    Locator shown = tasklist.look("请示.pdf");
    assertThat(shown.locator("canvas").evaluate(INK)).as("drawn").isEqualTo(true);
    window.screenshot("pdf");
    theFormStaysAtWorkBeside(page.locator("dialog.cleanup-viewer"));
    assertThat(tasklist.look("管理制度.xlsx").innerText()).contains("考核表", "出勤", "1,234.50");
    window.screenshot("xlsx");
    tasklist.closeDocument();
    wideSheetLooksAsInExcel(tasklist.look("附表.xlsx"));
    tasklist.closeDocument();
    Locator word = tasklist.look("承诺书.docx");
    assertThat(word.innerText()).contains("按期与所属宾馆脱钩").contains("一、同意保留");
    assertThat(word.getByText("{{issuer}}").first().evaluate("mark => getComputedStyle(mark).color"))
        .as("the mark of an official document is red")
        .isEqualTo("rgb(255, 0, 0)");
    window.screenshot("docx");
    tasklist.closeDocument();
    assertThat(tasklist.look("图片.png").locator("img").evaluate("image => image.naturalWidth > 0")).isEqualTo(true);
    tasklist.closeDocument();
    assertThat(tasklist.form().getByLabel("查看请示.ofd").count()).as("an OFD is downloaded").isZero();
    tasklist.form().getByLabel("查看坏.pdf").first().click();
    PlaywrightAssertions.assertThat(page.locator("dialog.cleanup-viewer [role=alert]")).hasText("该文件无法在此显示，请下载后查看。");
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(page.locator("dialog.cleanup-viewer")).hasCount(0);
  }

  private void theFormStaysAtWorkBeside(Locator viewer) {
    Page page = window.page();
    page.setViewportSize(1680, 1050);
    assertThat(viewer.evaluate("dialog => dialog.matches(':modal')")).isEqualTo(false);
    Locator reasons = tasklist.form().getByLabel("保留理由");
    tasklist.fill("保留理由", PLAN);
    window.screenshot("beside");
    // the columns glide into their places
    page.waitForCondition(() -> reasons.boundingBox().x + reasons.boundingBox().width <= viewer.boundingBox().x);
    page.waitForCondition(() -> reasons.boundingBox().width > 600);
    window.screenshot("beside-form");
    nothingIsWrong(page, "dialog");
    reasons.press("Escape");
    PlaywrightAssertions.assertThat(viewer).hasCount(0);
    assertThat(reasons.inputValue()).isEqualTo(PLAN);
    press(page, tasklist.form().getByLabel("查看请示.pdf").first(), "Enter");
    press(page, viewer.getByText("关闭"), "Enter");
    PlaywrightAssertions.assertThat(viewer).hasCount(0);
    page.setViewportSize(1366, 768);
    tasklist.look("请示.pdf");
    assertThat(viewer.evaluate("dialog => dialog.matches(':modal')")).as("no room beside").isEqualTo(true);
    tasklist.closeDocument();
    page.setViewportSize(1600, 1000);
  }

  @Test
  void severalFilesAreDroppedAndEachIsToldWhatBecameOfIt(BrowserWindow window) throws IOException {
    open(window, "410200");
    Page page = window.page();
    page.setViewportSize(1366, 768);
    logInAs("gov410200");
    at("draft", () -> {
      Locator place = tasklist.form().locator("case-documents");
      drop(place, "市政府常务会议纪要.pdf", "%PDF-1.4 minutes", "空的管理制度.pdf", "", "请示工具.exe", "MZ", "扫描件001.pdf", "%PDF-1.4 scan");
      Locator refused = place.locator("p.text-danger");
      PlaywrightAssertions.assertThat(refused).hasCount(2);
      assertThat(refused.allInnerTexts()).anyMatch(words -> words.contains("空的管理制度.pdf") && words.contains("是空的"))
          .anyMatch(words -> words.contains("请示工具.exe") && words.contains("不是可接受的格式"));
      PlaywrightAssertions.assertThat(place.locator(".documents-progress")).hasText("已上传1个，2个没有上传，原因见下。");
      PlaywrightAssertions.assertThat(kind("常务会议纪要")).containsText("已附");
      assertThat(kind("常务会议纪要").innerText()).contains("市政府常务会议纪要.pdf", "按规定必需");
      place.scrollIntoViewIfNeeded();
      window.screenshot("some-refused");
      page.locator(".form-actions .btn-primary").click();
      assertThat(tasklist.form().locator(".form-faults").innerText()).contains("“扫描件001.pdf”的种类没有选择");
      Locator undecided = tasklist.form().getByLabel("“扫描件001.pdf”的种类");
      undecided.selectOption(new SelectOption().setLabel("请示"));
      PlaywrightAssertions.assertThat(kind("请示")).containsText("扫描件001.pdf");
      Locator mended = tasklist.form().getByLabel("“扫描件001.pdf”的种类");
      mended.selectOption(new SelectOption().setLabel("其他材料"));
      PlaywrightAssertions.assertThat(kind("其他材料")).containsText("扫描件001.pdf");
      drop(kind("管理制度"), "考核办法.pdf", "%PDF-1.4 rules", "考勤办法.pdf", "%PDF-1.4 hours");
      PlaywrightAssertions.assertThat(kind("管理制度")).containsText("考勤办法.pdf");
      page.reload();
    });
    at("draft", () -> {
      assertThat(kind("管理制度").innerText()).contains("考核办法.pdf", "考勤办法.pdf");
      assertThat(kind("其他材料").innerText()).contains("扫描件001.pdf", "可选");
      kind("其他材料").scrollIntoViewIfNeeded();
      window.screenshot("each-of-its-kind");
      nothingIsWrong(page, "case-documents");
      Path byKey = Files.writeString(folder.resolve("用键盘选的.pdf"), "%PDF-1.4 keys");
      tasklist.form().getByLabel("一次选择多种附件").focus();
      page.waitForFileChooser(() -> press(page, tasklist.form().getByLabel("上传其他材料"), "Enter")).setFiles(byKey);
      PlaywrightAssertions.assertThat(kind("其他材料")).containsText("用键盘选的.pdf");
      // it stands before the button that the focus is on
      tasklist.form().getByLabel("一次选择多种附件").focus();
      press(page, tasklist.form().getByLabel("删除用键盘选的.pdf"), "Enter");
      // the browser's own words for it would be in the browser's language
      assertThat(tasklist.form().locator("case-documents input[type=file]").first().evaluate("input => getComputedStyle(input).opacity"))
          .isEqualTo("0");
      tasklist.form().getByLabel("删除扫描件001.pdf").click();
      PlaywrightAssertions.assertThat(kind("其他材料").locator("li")).hasCount(0);
    });
  }

  private Locator kind(String label) {
    return tasklist.form()
        .locator(".document-kind")
        .filter(new Locator.FilterOptions()
            .setHas(window.page().locator("label", new Page.LocatorOptions().setHasText(Pattern.compile("^" + label + "$")))));
  }

  /** Drops files on a part of the page. @param namesAndContents in turn */
  private void drop(Locator target, String... namesAndContents) {
    JSHandle files = window.page().evaluateHandle("""
      parts => {
        const dropped = new DataTransfer();
        for (let i = 0; i < parts.length; i += 2) {
          dropped.items.add(new File(parts[i + 1] ? [parts[i + 1]] : [], parts[i]));
        }
        return dropped;
      }""", namesAndContents);
    target.dispatchEvent("drop", Map.of("dataTransfer", files));
  }

  private void wideSheetLooksAsInExcel(Locator shown) {
    Page page = window.page();
    window.screenshot("wide-xlsx");
    assertThat(shown.evaluate(BROKEN.formatted("thead th, thead td", "cell.textContent.length"))).as("heads with one character a line")
        .isEqualTo(List.of());
    assertThat(shown.evaluate(BROKEN.formatted("tbody .right", "2"))).as("numbers on two lines").isEqualTo(List.of());
    assertThat(shown.evaluate("place => place.scrollWidth > place.clientWidth")).as("wider than the window").isEqualTo(true);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("the page itself stays").isEqualTo(true);
    assertThat(shown.locator("caption").innerText()).isEqualTo("汇总");
    assertThat(shown.locator("th[scope=colgroup]").first().innerText()).isEqualTo("机构数量");
    assertThat(shown.locator("thead th[scope=col]").first().innerText()).isEqualTo("单位");
    assertThat(shown.locator("tbody th[scope=row]").first().innerText()).isEqualTo("第1市");
    assertThat(shown.innerText()).doesNotContain("第3市").contains("隐藏（或者筛选掉）的1行未显示（第6行）。", "隐藏的1个工作表未显示（底稿）。");
    shown.focus();
    page.keyboard().press("End");
    // a key that is pressed while the page still scrolls may end that
    page.waitForFunction("() => document.querySelector('.viewed').scrollTop > 300");
    for (int i = 0; i < 5; i++) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForFunction("() => document.querySelector('.viewed').scrollLeft > 100");
    window.screenshot("wide-xlsx-scrolled");
    assertThat(shown.evaluate("place => place.querySelector('thead').getBoundingClientRect().top - place.getBoundingClientRect().top"))
        .as("the head stays while one scrolls")
        .satisfies(top -> assertThat(((Number) top).doubleValue()).isBetween(-1.0, 1.0));
    assertThat(shown.evaluate("""
      place => [...place.querySelectorAll('.stays')].every(cell =>
        Math.abs(cell.getBoundingClientRect().left - place.getBoundingClientRect().left) < 2)""")).as("so does the first column")
        .isEqualTo(true);
  }

  /** texts of cells that have more than one character and stand on so many lines */
  private static final String BROKEN = """
    place => [...place.querySelectorAll('%s')].filter(cell => cell.textContent.length > 1).filter(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size >= %s;
    }).map(cell => cell.textContent)""";

  /** whether anything but white is on a canvas */
  private static final String INK = """
    canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value, index) => index % 4 < 3 &&
      value < 128)""";

  /** printed by a browser, as officials make them */
  private Path pdf(Page page) throws IOException {
    Page printing = page.context().newPage();
    printing.setContent("<h1>关于保留驻郑州办事处的请示</h1><p>现将有关情况请示如下。</p>");
    byte[] content = printing.pdf();
    printing.close();
    return Files.write(folder.resolve("请示.pdf"), content);
  }

  private Path workbook() throws IOException {
    return Files.write(folder.resolve("管理制度.xlsx"),
        new TableWorkbook()
            .sheet("考核表", "绩效考核", TableWorkbook.Column.of("项目:12", "金额:12"), List.of(List.of("出勤", new BigDecimal("1234.50"))))
            .toBytes());
  }

  /** As officials make them: heads merged in two lines, panes frozen, narrow columns. */
  private Path wideWorkbook() throws IOException {
    Path file = folder.resolve("附表.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(); var out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("汇总");
      for (int column = 0; column < 31; column++) {
        sheet.setColumnWidth(column, 3 * 256);
      }
      for (int row = 0; row < 60; row++) {
        sheet.createRow(row);
      }
      sheet.getRow(0).createCell(0).setCellValue("全省驻省会城市办事机构清理情况汇总表");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 30));
      sheet.getRow(1).createCell(0).setCellValue("单位");
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
      sheet.setColumnWidth(0, 14 * 256);
      for (int group = 0; group < 3; group++) {
        sheet.getRow(1).createCell(1 + group * 10).setCellValue(List.of("机构数量", "资产处置", "人员安置").get(group));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 1 + group * 10, 10 + group * 10));
      }
      for (int column = 1; column < 31; column++) {
        sheet.getRow(2).createCell(column).setCellValue(List.of("清理前", "不再保留", "账面原值（元）").get(column % 3));
      }
      for (int row = 3; row < 60; row++) {
        sheet.getRow(row).createCell(0).setCellValue("第%d市".formatted(row - 2));
        for (int column = 1; column < 31; column++) {
          sheet.getRow(row).createCell(column).setCellValue(row * column * 997.25);
        }
      }
      sheet.getRow(5).setZeroHeight(true);
      sheet.createFreezePane(1, 3);
      book.createSheet("底稿");
      book.setSheetHidden(1, true);
      book.write(out);
    }
    return file;
  }

  /** An official document with one paragraph more. */
  private Path word() throws IOException {
    Path file = folder.resolve("承诺书.docx");
    try (XWPFDocument document = new XWPFDocument(getClass().getResourceAsStream("/documents/retention-reply.docx"));
        var out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText("我市承诺按期与所属宾馆脱钩。");
      document.write(out);
    }
    return file;
  }

  private Path ofd() throws IOException {
    Path file = folder.resolve("请示.ofd");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("OFD.xml"));
      zip.write("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
