package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;
import java.util.Map;

/**
 * A table found in a file.
 *
 * @param table which of those looked for
 * @param name where it was found, told back in messages
 * @param positions column numbers from 0 by column
 * @param below rows below the headings
 * @param problems headings that mean nothing
 */
public record FoundTable(SheetTable table, String name, Map<Column, Integer> positions, List<Sheet.Row> below,
    List<ImportProblem> problems) {

  /**
   * @param problems takes what is wrong with cells as they are read
   * @return a reader for each row
   */
  public List<RowCells> rows(List<ImportProblem> problems) {
    return below.stream().map(row -> new RowCells(this, row, problems)).toList();
  }
}
