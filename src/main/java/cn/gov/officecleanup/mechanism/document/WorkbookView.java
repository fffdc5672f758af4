package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.List;

/**
 * A workbook, to be looked at without Excel: what is not hidden, as Excel shows it, formulas by the results that were kept with them; cells
 * merged, columns as wide and heads in place as they are there. Read row by row, and no further than it is shown.
 *
 * @param sheets those that are not hidden, up to 50
 * @param leftOut what is hidden, for officials; empty where nothing is
 * @param more whether sheets are left out because there are too many
 */
public record WorkbookView(List<SheetView> sheets, String leftOut, boolean more) {

  /**
   * A sheet.
   *
   * @param widths of its columns, in halves of a Chinese character
   * @param headRows how many of the first rows stay in place while one scrolls
   * @param headColumns the same of the columns
   * @param rows cells from left to right; what a cell above or beside extends over is left out
   * @param leftOut what is hidden, for officials; empty where nothing is
   * @param more whether rows or columns are left out because there are too many
   */
  public record SheetView(String name, List<Double> widths, int headRows, int headColumns, List<List<CellView>> rows, String leftOut,
      boolean more) {
  }

  /**
   * A cell.
   *
   * @param column its first one, from 0
   * @param columns over how many it extends
   * @param rows the same
   */
  public record CellView(int column, String text, int columns, int rows, boolean bold, CellLook.Align align) {
  }

  /**
   * @param content .xlsx
   * @return up to 300 rows and 40 columns of each sheet
   * @throws RefusedException larger than 20 MB when unpacked, or damaged; or too many are looking
   */
  public static WorkbookView of(byte[] content) {
    return Looks.at(() -> {
      ShownSheets shown = new ShownSheets();
      WorkbookReader.read(OfficePackage.counted(content, Looks.SIZE_LIMIT,
          part -> part.startsWith("xl/worksheets/") ? Looks.SIZE_LIMIT : Looks.WHOLE_PART_LIMIT), shown);
      return shown.view();
    });
  }
}
