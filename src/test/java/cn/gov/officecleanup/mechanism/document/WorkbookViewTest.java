package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a workbook without Excel. */
class WorkbookViewTest {

  @Test
  void textsNumbersAndResultsStandAsInExcelAndHiddenSheetsDoNot() {
    var sheets = WorkbookView.of(workbook(book -> {
      XSSFRow row = book.createSheet("收支").createRow(0);
      row.createCell(0).setCellValue("合计");
      row.createCell(1).setCellValue(1234.5);
      row.createCell(2).setCellFormula("1+1");
      row.getCell(2).setCellValue(2);
      row.createCell(4).setCellValue("");
      book.createSheet("底稿").createRow(0).createCell(0).setCellValue("不公开");
      book.setSheetHidden(1, true);
    }));
    assertThat(sheets).hasSize(1);
    assertThat(sheets.get(0).name()).isEqualTo("收支");
    assertThat(sheets.get(0).rows().get(0)).containsExactly("合计", "1234.5", "2");
    assertThat(sheets.get(0).more()).isFalse();
  }

  @Test
  void formatsAreShownAsExcelInChineseShowsThem() throws IOException {
    var sheets = WorkbookView.of(Files.readAllBytes(Path.of("src/test/resources/cases/110-view-formats.xlsx")));
    assertThat(sheets).extracting(WorkbookView.SheetView::name).containsExactly("清单");
    assertThat(sheets.get(0).rows().get(1)).contains("1980-01-01", "1980年1月1日", "12.5%", "1,235,000.00万元", "星期二");
    assertThat(sheets.get(0).rows().get(2)).containsExactly("#N/A", "", "TRUE", "1980-01-01 12:00", "王小明");
  }

  @Test
  void strictOpenXmlIsReadAsTheUsualOne() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream usual = new ZipInputStream(Files.newInputStream(Path.of("src/test/resources/cases/06-pinyin-guide-in-name.xlsx")));
        ZipOutputStream strict = new ZipOutputStream(out)) {
      for (ZipEntry entry = usual.getNextEntry(); entry != null; entry = usual.getNextEntry()) {
        strict.putNextEntry(new ZipEntry(entry.getName()));
        strict.write(new String(usual.readAllBytes(), StandardCharsets.UTF_8)
            .replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships")
            .getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(WorkbookView.of(out.toByteArray()).get(0).rows().get(1)).contains("王小明");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"27|1980年1月", "28|1月1日", "31|1980年1月1日", "32|0时00分", "34|上午12时00分", "50|1980年1月", "58|1月1日", "14|1980-01-01"})
  void theBuiltInFormatsOfChineseExcelAreKnown(int format, String shown) {
    var sheets = WorkbookView.of(workbook(book -> {
      var style = book.createCellStyle();
      style.setDataFormat((short) format);
      var cell = book.createSheet("日期").createRow(0).createCell(0);
      cell.setCellValue(29221);
      cell.setCellStyle(style);
    }));
    assertThat(sheets.get(0).rows().get(0)).containsExactly(shown);
  }

  @Test
  void ofALongOneItsBeginningIsShown() {
    var sheet = WorkbookView.of(workbook(book -> {
      XSSFSheet rows = book.createSheet();
      for (int i = 0; i < 400; i++) {
        rows.createRow(i).createCell(0).setCellValue(i);
      }
    })).get(0);
    assertThat(sheet.rows()).hasSize(300);
    assertThat(sheet.more()).isTrue();
  }

  @Test
  void whatIsTooLargeUnpackedOrDamagedIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(new byte[21 << 20]);
    }
    assertThat(out.size()).as("packed it is small").isLessThan(1 << 20);
    assertThatThrownBy(() -> WorkbookView.of(out.toByteArray())).isInstanceOf(RefusedException.class).hasMessageContaining("文件较大");
    assertThatThrownBy(() -> WorkbookView.of(new byte[]{'P', 'K', 3, 4, 0})).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请下载后查看");
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(book);
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
