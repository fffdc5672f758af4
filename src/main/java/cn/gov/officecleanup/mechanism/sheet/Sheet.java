package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;

/**
 * The cells of a CSV file or of one sheet of a workbook, as text.
 *
 * @param name file name, and sheet name for a workbook
 * @param rows rows that are not blank
 */
record Sheet(String name, List<Row> rows) {

  /**
   * @param number row as Excel shows it, from 1
   * @param cells text of the cells from column A on; a missing cell is the empty string
   */
  record Row(int number, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean blank() {
      return cells.stream().allMatch(cell -> CellText.clean(cell).isEmpty());
    }
  }
}
