package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Attachments of each kind looked at where one works. */
class ViewingDocumentsIT extends Walk {

  @Test
  void attachmentsAreShownBesideTheForm(BrowserWindow window) throws IOException {
    open(window, "410200");
    tasklist.logIn("gov410200", "gov410200");
    at("draft", () -> {
      tasklist.attach("请示", pdf(window.page()));
      tasklist.attach("管理制度", workbook());
      tasklist.attach("脱钩证明或者承诺书", word());
      tasklist.attach("请示", Files.copy(window.screenshot("picture"), folder.resolve("图片.png")));
      tasklist.attach("请示", Files.write(folder.resolve("坏.pdf"), "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)));
      tasklist.attach("请示", ofd());
    });
    Page page = window.page();
    Locator shown = tasklist.look("请示.pdf");
    assertThat(shown.locator("canvas").evaluate(INK)).as("drawn").isEqualTo(true);
    window.screenshot("pdf");
    tasklist.closeDocument();
    assertThat(tasklist.look("管理制度.xlsx").innerText()).contains("考核表", "出勤", "1,234.50");
    window.screenshot("xlsx");
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
