package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.OfficePackage;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads a workbook row by row, so that memory stays bounded whatever it holds. Formulas give the value Excel last computed; dates give ISO
 * 8601.
 */
final class XlsxSheets {

  private static final long MAX_UNPACKED_BYTES = 100L * 1024 * 1024;
  private static final int MAX_COLUMNS = 200;
  /** characters that Excel lets a cell have; a text that the workbook holds once may stand in any number of cells */
  private static final int MAX_CHARACTERS = 32_767;
  private static final Pattern DATE_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](1|true)[\"']");

  private XlsxSheets() {
  }

  static List<Sheet> read(ImportFile file) {
    byte[] counted = counted(file);
    try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(counted))) {
      XSSFReader reader = new XSSFReader(workbook);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
      DataFormatter values = new Values(startsIn1904(reader));
      List<Sheet> sheets = new ArrayList<>();
      XSSFReader.SheetIterator parts = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (parts.hasNext()) {
        try (InputStream part = parts.next()) {
          List<Sheet.Row> rows = new ArrayList<>();
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(new XSSFSheetXMLHandler(reader.getStylesTable(), strings, new Rows(file, rows), values, false));
          xml.parse(new InputSource(part));
          sheets.add(new Sheet(file.name() + "·" + parts.getSheetName(), rows));
        }
      }
      return sheets;
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
      // POI tells broken and foreign files by many exceptions, unchecked ones included; for the official they are one
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”不是完好的 Excel 工作簿（.xlsx），请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
  }

  private static byte[] counted(ImportFile file) {
    try {
      return OfficePackage.counted(file.content(), MAX_UNPACKED_BYTES, OfficePackage.PartLimits.NONE);
    } catch (OfficePackage.TooLargeException e) {
      throw new RefusedException("FILE_TOO_LARGE", "“" + file.name() + "”解压后过大，不像一份登记表，请删去无关内容后再导入。", "C21");
    } catch (IOException e) {
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”已损坏，请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
  }

  /** Workbooks made on old Macs count days from 1904. */
  private static boolean startsIn1904(XSSFReader reader) throws IOException, OpenXML4JException {
    try (InputStream workbook = reader.getWorkbookData()) {
      return DATE_1904.matcher(new String(workbook.readAllBytes(), StandardCharsets.UTF_8)).find();
    }
  }

  /** Gives cell values independently of how the sheet displays them. */
  private static final class Values extends DataFormatter {

    private static final MathContext EXCEL_PRECISION = new MathContext(15);

    private final boolean startsIn1904;

    Values(boolean startsIn1904) {
      this.startsIn1904 = startsIn1904;
    }

    @Override
    public String formatRawCellContents(double value, int formatIndex, String formatString) {
      if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
        return DateUtil.getLocalDateTime(value, startsIn1904).toLocalDate().toString();
      }
      BigDecimal number = BigDecimal.valueOf(value).round(EXCEL_PRECISION).stripTrailingZeros();
      return number.toPlainString();
    }
  }

  private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

    private final ImportFile file;
    private final List<Sheet.Row> rows;
    private List<String> cells;

    Rows(ImportFile file, List<Sheet.Row> rows) {
      this.file = file;
      this.rows = rows;
    }

    @Override
    public void startRow(int index) {
      cells = new ArrayList<>();
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (column >= MAX_COLUMNS) {
        return;
      }
      if (value != null && value.length() > MAX_CHARACTERS) {
        throw new RefusedException("FILE_TOO_LARGE", "“%s”单元格%s的内容过长，不像一份登记表，请删去无关内容后再导入。".formatted(file.name(), reference), "C21");
      }
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, value == null ? "" : value);
    }

    @Override
    public void endRow(int index) {
      Sheet.Row row = new Sheet.Row(index + 1, cells);
      if (!row.blank()) {
        rows.add(row);
        SheetFiles.refuseTooManyRows(file, rows.size());
      }
    }
  }
}
