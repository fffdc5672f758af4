package cn.gov.officecleanup.mechanism.document;

import java.util.ArrayList;
import java.util.List;

/** Takes in of a workbook what is shown of it. */
final class ShownSheets implements WorkbookReader.Sheets {

  private static final int SHEET_LIMIT = 50;
  /** characters of all sheets: a text that the workbook holds once may stand in any number of cells */
  private static final int TEXT_LIMIT = 2_000_000;
  /** cells of all sheets: each is an element of the page */
  private static final int CELL_LIMIT = 60_000;
  private static final int TOLD = 5;

  private final List<SheetLayout> sheets = new ArrayList<>();
  private final List<String> hiddenSheets = new ArrayList<>();
  private int text = TEXT_LIMIT;
  private int cells = CELL_LIMIT;
  private boolean more;
  private SheetLayout sheet;

  @Override
  public boolean begin(String name, boolean hidden) {
    if (hidden) {
      hiddenSheets.add(name);
      return false;
    }
    if (sheets.size() == SHEET_LIMIT) {
      more = true;
      return false;
    }
    sheet = new SheetLayout(name);
    sheets.add(sheet);
    return true;
  }

  @Override
  public void frozen(int rows, int columns) {
    sheet.freeze(rows, columns);
  }

  @Override
  public void usualWidth(double digits) {
    sheet.usualWidth(digits);
  }

  @Override
  public void widths(int from, int to, double digits) {
    sheet.widths(from, to, digits);
  }

  @Override
  public void hiddenColumns(int from, int to) {
    sheet.hideColumns(from, to);
  }

  @Override
  public boolean row(int number, boolean hidden, List<WorkbookCell> all) {
    List<WorkbookCell> row = all.subList(0, Math.min(all.size(), SheetLayout.KEPT_COLUMNS));
    text -= row.stream().mapToInt(cell -> cell.text().length()).sum();
    cells -= row.size();
    boolean beyond = all.subList(row.size(), all.size()).stream().anyMatch(cell -> !cell.text().isEmpty());
    return sheet.row(number, hidden, row, beyond, text >= 0 && cells >= 0);
  }

  @Override
  public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    sheet.merge(firstRow, lastRow, firstColumn, lastColumn);
  }

  WorkbookView view() {
    String leftOut = hiddenSheets.isEmpty() ? ""
        : "隐藏的%d个工作表未显示（%s%s）。".formatted(hiddenSheets.size(),
            String.join("、", hiddenSheets.subList(0, Math.min(TOLD, hiddenSheets.size()))), hiddenSheets.size() > TOLD ? "等" : "");
    return new WorkbookView(sheets.stream().map(SheetLayout::view).toList(), leftOut, more);
  }
}
