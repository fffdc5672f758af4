package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

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
