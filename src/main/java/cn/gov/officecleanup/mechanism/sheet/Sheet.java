package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import java.util.List;

/**
 * The cells of a CSV file or of one sheet of a workbook.
 *
 * @param name file name, and sheet name for a workbook
 * @param rows rows that are not blank
 * @param leftOut Chinese sentences about what of it was not read
 */
record Sheet(String name, List<Row> rows, List<String> leftOut) {

  /**
   * @param number row as Excel shows it, from 1
   * @param cells cells from column A on
   */
  record Row(int number, List<WorkbookCell> cells) {

    WorkbookCell cell(int column) {
      return column < cells.size() ? cells.get(column) : WorkbookCell.EMPTY;
    }

    /** A row that has nothing but its part of merged cells says nothing. */
    boolean blank() {
      return cells.stream()
          .allMatch(cell -> cell.shared() || cell.kind() == WorkbookCell.Kind.TEXT && CellText.clean(cell.text()).isEmpty());
    }
  }
}
