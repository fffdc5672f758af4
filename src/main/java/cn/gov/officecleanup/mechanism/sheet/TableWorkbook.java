package cn.gov.officecleanup.mechanism.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of plain tables for officials to read, print and add up: a title, headings that repeat on every page, amounts as numbers with
 * two decimals, everything else that is not a day as text, so that nothing is ever run as a formula.
 */
public final class TableWorkbook {

  private static final int CHARACTER = 256;
  private static final String AMOUNT = "#,##0.00";

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle title = style("@", true, false);
  private final CellStyle heading = style("@", true, true);
  private final CellStyle text = style("@", false, true);
  private final CellStyle plainText = style("@", false, false);
  private final CellStyle amount = style(AMOUNT, false, true);
  private final CellStyle day = style("yyyy-mm-dd", false, true);

  /**
   * A column of a table.
   *
   * @param width in characters
   */
  public record Column(String heading, int width) {

    /** @return columns as written in short, each like {@code 资产编号:12} */
    public static List<Column> of(String... headingsAndWidths) {
      return Arrays.stream(headingsAndWidths)
          .map(text -> text.split(":"))
          .map(parts -> new Column(parts[0], Integer.parseInt(parts[1])))
          .toList();
    }
  }

  /**
   * Adds a sheet.
   *
   * @param name what the sheet is called, up to 31 characters
   * @param rows cells in the order of the columns: texts, whole numbers, amounts as {@link BigDecimal}, days; null for an empty cell
   */
  public TableWorkbook sheet(String name, String heading, List<Column> columns, List<List<Object>> rows) {
    XSSFSheet sheet = workbook.createSheet(name);
    cell(sheet.createRow(0), 0, heading, title);
    XSSFRow headings = sheet.createRow(1);
    for (int i = 0; i < columns.size(); i++) {
      cell(headings, i, columns.get(i).heading(), this.heading);
      sheet.setColumnWidth(i, columns.get(i).width() * CHARACTER);
      if (rows.isEmpty()) {
        // to be filled in: Excel would make numbers of long codes, and lose their last digits
        sheet.setDefaultColumnStyle(i, plainText);
      }
    }
    if (columns.size() > 1) {
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
    }
    for (List<Object> values : rows) {
      XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int i = 0; i < values.size(); i++) {
        cell(row, i, values.get(i), text);
      }
    }
    sheet.createFreezePane(0, 2);
    sheet.setRepeatingRows(new CellRangeAddress(1, 1, -1, -1));
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitHeight((short) 0);
    return this;
  }

  /** @return .xlsx */
  public byte[] toBytes() {
    try (workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook in memory can always be written", e);
    }
  }

  private void cell(XSSFRow row, int column, Object value, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (value instanceof BigDecimal yuan) {
      cell.setCellStyle(amount);
      // Excel itself knows no exact decimals; to the fen a double holds amounts below 90 trillion yuan
      cell.setCellValue(yuan.doubleValue());
    } else if (value instanceof Number number) {
      cell.setCellValue(number.longValue());
    } else if (value instanceof LocalDate date) {
      cell.setCellStyle(day);
      cell.setCellValue(date);
    } else if (value != null) {
      cell.setCellValue(value.toString());
    }
  }

  private CellStyle style(String format, boolean bold, boolean framed) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setWrapText(framed);
    if (framed) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
    }
    if (bold) {
      Font font = workbook.createFont();
      font.setBold(true);
      style.setFont(font);
    }
    return style;
  }
}
