package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.mechanism.document.WorkbookView.CellView;
import cn.gov.officecleanup.mechanism.document.WorkbookView.SheetView;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
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
    var sheets = sheetsOf(workbook(book -> {
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
    assertThat(row(sheets.get(0), 0)).containsExactly("合计", "1234.5", "2");
    assertThat(sheets.get(0).more()).isFalse();
  }

  @Test
  void formatsAreShownAsExcelInChineseShowsThem() throws IOException {
    var sheets = sheetsOf(Files.readAllBytes(Path.of("src/test/resources/cases/110-view-formats.xlsx")));
    assertThat(sheets).extracting(SheetView::name).containsExactly("清单");
    assertThat(row(sheets.get(0), 1)).contains("1980-01-01", "1980年1月1日", "12.5%", "1,235,000.00万元", "星期二");
    assertThat(row(sheets.get(0), 2)).containsExactly("#N/A", "", "TRUE", "1980-01-01 12:00", "王小明");
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
    assertThat(row(sheetsOf(out.toByteArray()).get(0), 1)).contains("王小明");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"27|1980年1月", "28|1月1日", "31|1980年1月1日", "32|0时00分", "34|上午12时00分", "50|1980年1月", "58|1月1日", "14|1980-01-01"})
  void theBuiltInFormatsOfChineseExcelAreKnown(int format, String shown) {
    var sheets = sheetsOf(workbook(book -> {
      var style = book.createCellStyle();
      style.setDataFormat((short) format);
      var cell = book.createSheet("日期").createRow(0).createCell(0);
      cell.setCellValue(29221);
      cell.setCellStyle(style);
    }));
    assertThat(row(sheets.get(0), 0)).containsExactly(shown);
  }

  @Test
  void ofALongOneItsBeginningIsShown() {
    var sheet = sheetsOf(workbook(book -> {
      XSSFSheet rows = book.createSheet();
      for (int i = 0; i < 400; i++) {
        rows.createRow(i).createCell(0).setCellValue(i);
      }
    })).get(0);
    assertThat(sheet.rows()).hasSize(300);
    assertThat(sheet.more()).isTrue();
  }

  @Test
  void itIsLaidOutAsInExcel() {
    var sheet = sheetsOf(workbook(book -> {
      XSSFSheet table = book.createSheet();
      put(table, "汇总表", "", "", "");
      put(table, "单位", "机构（个）", "", "金额");
      put(table, "", "保留", "撤销", "");
      put(table, "洛阳市", "1", "2", "");
      put(table, "", "3", "4", "");
      table.getRow(3).getCell(3).setCellValue(123456789.5);
      table.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
      table.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
      table.addMergedRegion(CellRangeAddress.valueOf("B2:C2"));
      table.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
      table.addMergedRegion(CellRangeAddress.valueOf("A4:A5"));
      table.setColumnWidth(0, 20 * 256);
      table.setColumnWidth(1, 256);
      table.setColumnWidth(3, 6 * 256);
      table.createFreezePane(1, 3);
    })).get(0);
    assertThat(sheet.rows().get(0)).extracting(CellView::text, CellView::columns).containsExactly(tuple("汇总表", 4));
    assertThat(sheet.rows().get(1)).extracting(CellView::text, CellView::column, CellView::columns, CellView::rows)
        .containsExactly(tuple("单位", 0, 1, 2), tuple("机构（个）", 1, 2, 1), tuple("金额", 3, 1, 2));
    assertThat(sheet.rows().get(2)).extracting(CellView::text).containsExactly("保留", "撤销");
    assertThat(sheet.rows().get(4)).extracting(CellView::text, CellView::column).startsWith(tuple("3", 1), tuple("4", 2));
    assertThat(sheet.headRows()).isEqualTo(3);
    assertThat(sheet.headColumns()).isEqualTo(1);
    assertThat(sheet.widths().get(0)).isEqualTo(20.0);
    assertThat(sheet.widths().get(1)).as("two characters beside each other").isEqualTo(4.0);
    assertThat(sheet.widths().get(2)).as("nothing is said").isBetween(8.0, 9.0);
    assertThat(sheet.widths().get(3)).as("the amount on one line").isGreaterThan("123456789.5".length());
    assertThat(sheet.rows().get(3)).last().extracting(CellView::align).isEqualTo(CellLook.Align.RIGHT);
  }

  @Test
  void whatIsHiddenIsLeftOutAndTold() {
    var view = WorkbookView.of(workbook(book -> {
      XSSFSheet table = book.createSheet("清单");
      put(table, "洛阳市", "甲", "乙");
      put(table, "", "丙", "丁");
      put(table, "三门峡市", "戊", "己");
      table.addMergedRegion(CellRangeAddress.valueOf("A1:A2"));
      table.getRow(0).setZeroHeight(true);
      table.setColumnHidden(1, true);
      book.createSheet("底稿").createRow(0).createCell(0).setCellValue("不公开");
      book.setSheetHidden(1, true);
    }));
    assertThat(view.leftOut()).isEqualTo("隐藏的1个工作表未显示（底稿）。");
    var sheet = view.sheets().get(0);
    assertThat(sheet.leftOut()).isEqualTo("隐藏（或者筛选掉）的1行未显示（第1行）。隐藏的1列未显示（B列）。");
    assertThat(row(sheet, 0)).as("a merged cell that begins in a hidden row is shown in the next").containsExactly("洛阳市", "丁");
    assertThat(row(sheet, 1)).containsExactly("三门峡市", "己");
  }

  @Test
  void aTextThatIsTooLongGoesOnOverBlankCells() {
    var sheet = sheetsOf(workbook(book -> {
      XSSFSheet table = book.createSheet();
      put(table, "各市清理规范驻省会城市办事机构情况", "", "", "");
      put(table, "各市清理规范驻省会城市办事机构情况", "", "甲", "乙");
    })).get(0);
    assertThat(sheet.rows().get(0).get(0).columns()).isEqualTo(4);
    assertThat(sheet.rows().get(1)).extracting(CellView::text, CellView::columns)
        .containsExactly(tuple("各市清理规范驻省会城市办事机构情况", 2), tuple("甲", 1), tuple("乙", 1));
  }

  @Test
  void aHeadOfALongSheetIsMergedAllTheSame() {
    var sheet = sheetsOf(workbook(book -> {
      XSSFSheet table = book.createSheet();
      for (int i = 0; i < 400; i++) {
        put(table, "甲", "");
      }
      table.addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
    })).get(0);
    assertThat(sheet.rows()).hasSize(300);
    assertThat(sheet.rows().get(0)).extracting(CellView::columns).containsExactly(2);
  }

  @Test
  void areasThatOverlapDoNotHideAnything() {
    var sheet = sheetsOf(workbook(book -> {
      XSSFSheet table = book.createSheet();
      put(table, "甲", "乙", "丙");
      table.addMergedRegionUnsafe(CellRangeAddress.valueOf("A1:B1"));
      table.addMergedRegionUnsafe(CellRangeAddress.valueOf("B1:C1"));
    })).get(0);
    assertThat(row(sheet, 0)).containsExactly("甲", "丙");
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

  private static List<SheetView> sheetsOf(byte[] content) {
    return WorkbookView.of(content).sheets();
  }

  /** @return texts of a row's cells, without blank ones at its end */
  private static List<String> row(SheetView sheet, int row) {
    List<String> texts = new ArrayList<>(sheet.rows().get(row).stream().map(CellView::text).toList());
    while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
      texts.remove(texts.size() - 1);
    }
    return texts;
  }

  private static void put(XSSFSheet sheet, String... texts) {
    XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
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
