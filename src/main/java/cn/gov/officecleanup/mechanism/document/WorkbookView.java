package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What stands in a workbook, to be looked at without Excel: texts as Excel shows them, formulas by the results that were kept with them.
 * Read row by row, and no further than it is shown.
 */
public final class WorkbookView {

  private static final int ROW_LIMIT = 300;
  private static final int COLUMN_LIMIT = 40;
  private static final int SHEET_LIMIT = 50;
  /** characters of all sheets: a text that the workbook holds once may stand in any number of cells */
  private static final int TEXT_LIMIT = 2_000_000;

  private WorkbookView() {
  }

  /**
   * A sheet.
   *
   * @param rows texts of the cells, row by row; cells that are blank at the end of a row are left out
   * @param more whether rows or columns are left out
   */
  public record SheetView(String name, List<List<String>> rows, boolean more) {
  }

  /**
   * @param content .xlsx
   * @return its visible sheets, up to 50, up to 300 rows and 40 columns of each
   * @throws RefusedException larger than 20 MB when unpacked, or damaged; or too many are looking
   */
  public static List<SheetView> of(byte[] content) {
    return Looks.at(() -> read(OfficePackage.counted(content, Looks.SIZE_LIMIT,
        part -> part.startsWith("xl/worksheets/") ? Looks.SIZE_LIMIT : Looks.WHOLE_PART_LIMIT)));
  }

  private static List<SheetView> read(byte[] counted) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(counted))) {
      XSSFReader reader = new XSSFReader(workbook);
      Set<String> hidden = hidden(reader);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
      List<SheetView> sheets = new ArrayList<>();
      XSSFReader.SheetIterator parts = (XSSFReader.SheetIterator) reader.getSheetsData();
      int characters = 0;
      while (parts.hasNext() && sheets.size() < SHEET_LIMIT) {
        try (InputStream part = parts.next()) {
          if (!hidden.contains(parts.getSheetName())) {
            DataFormatter formatter = new DataFormatter();
            formatter.setUseCachedValuesForFormulaCells(true);
            Rows rows = new Rows(TEXT_LIMIT - characters);
            parse(part, new XSSFSheetXMLHandler(reader.getStylesTable(), strings, rows, formatter, false), rows);
            sheets.add(new SheetView(parts.getSheetName(), rows.rows, rows.more));
            characters = TEXT_LIMIT - rows.room;
          }
        }
      }
      return sheets;
    }
  }

  private static Set<String> hidden(XSSFReader reader) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    Set<String> names = new HashSet<>();
    try (InputStream workbook = reader.getWorkbookData()) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(new DefaultHandler() {
        @Override
        public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
          if ("sheet".equals(localName)
              && ("hidden".equals(attributes.getValue("state")) || "veryHidden".equals(attributes.getValue("state")))) {
            names.add(attributes.getValue("name"));
          }
        }
      });
      xml.parse(new InputSource(workbook));
    }
    return names;
  }

  private static void parse(InputStream sheet, XSSFSheetXMLHandler handler, Rows rows)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader xml = XMLHelper.newXMLReader();
    xml.setContentHandler(handler);
    try {
      xml.parse(new InputSource(sheet));
    } catch (EnoughException enough) {
      rows.more = true;
    }
  }

  /** The rest of the sheet is not read. */
  private static final class EnoughException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnoughException() {
      super(null, null, false, false);
    }
  }

  private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> cells;
    private int room;
    private boolean more;

    /** @param room characters that may still be shown */
    Rows(int room) {
      this.room = room;
    }

    @Override
    public void startRow(int index) {
      if (rows.size() == ROW_LIMIT) {
        throw new EnoughException();
      }
      cells = new ArrayList<>();
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (column >= COLUMN_LIMIT) {
        more = true;
        return;
      }
      while (cells.size() <= column) {
        cells.add("");
      }
      String text = value == null ? "" : value;
      if (text.length() > room) {
        throw new EnoughException();
      }
      room -= text.length();
      cells.set(column, text);
    }

    @Override
    public void endRow(int index) {
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
      rows.add(cells);
    }
  }
}
