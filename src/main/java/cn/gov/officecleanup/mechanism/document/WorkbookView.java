package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * What stands in a workbook, to be looked at without Excel: what is not hidden, as Excel shows it, formulas by the results that were kept
 * with them. Read row by row, and no further than it is shown.
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

  private static List<SheetView> read(byte[] counted) throws IOException, SAXException, ParserConfigurationException {
    Shown shown = new Shown();
    WorkbookReader.read(counted, shown);
    return shown.sheets.stream().map(sheet -> new SheetView(sheet.name, sheet.rows, sheet.more)).toList();
  }

  private static final class Part {

    private final String name;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean more;

    Part(String name) {
      this.name = name;
    }
  }

  private static final class Shown implements WorkbookReader.Sheets {

    private final List<Part> sheets = new ArrayList<>();
    /** characters that may still be shown */
    private int room = TEXT_LIMIT;
    private Part sheet;

    @Override
    public boolean begin(String name, boolean hidden) {
      if (hidden || sheets.size() == SHEET_LIMIT) {
        return false;
      }
      sheet = new Part(name);
      sheets.add(sheet);
      return true;
    }

    @Override
    public boolean row(int number, boolean hidden, List<WorkbookCell> cells) {
      if (hidden) {
        return true;
      }
      List<String> texts = new ArrayList<>();
      for (WorkbookCell cell : cells.subList(0, Math.min(cells.size(), COLUMN_LIMIT))) {
        room -= cell.text().length();
        texts.add(cell.text());
      }
      sheet.more |= cells.size() > COLUMN_LIMIT || room < 0 || sheet.rows.size() == ROW_LIMIT;
      if (room < 0 || sheet.rows.size() == ROW_LIMIT) {
        return false;
      }
      while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
        texts.remove(texts.size() - 1);
      }
      sheet.rows.add(texts);
      return true;
    }
  }
}
