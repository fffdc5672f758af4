package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table found in a file.
 *
 * @param table which of those looked for
 * @param name where it was found, told back in messages
 * @param headings the row of the headings
 * @param positions column numbers from 0 by column
 * @param above unit of amounts that is said above the headings
 * @param below rows below the headings
 * @param problems headings that mean nothing
 * @param notes takes what whoever sent the file is to know of how it was read, as Chinese sentences
 */
public record FoundTable(SheetTable table, String name, Sheet.Row headings, Map<Column, Integer> positions, Optional<MoneyUnit> above,
    List<Sheet.Row> below, List<ImportProblem> problems, Set<String> notes) {

  /** most notes of a table that are told one by one */
  private static final int MOST_NOTES = 10;

  /**
   * @param problems takes what is wrong with cells as they are read
   * @return a reader for each row
   */
  public List<RowCells> rows(List<ImportProblem> problems) {
    return below.stream().map(row -> new RowCells(this, row, problems)).toList();
  }

  /** @return the heading as it stands in the file */
  String heading(Column column) {
    return CellText.clean(headings.cell(positions.get(column)).text());
  }

  /** @return the unit of a column of amounts */
  MoneyUnit unitOf(Column column) {
    return MoneyUnit.ofHeading(heading(column)).or(() -> above).orElse(MoneyUnit.YUAN);
  }

  /** Notes how something was read, once. */
  void note(String sentence) {
    notes.add(notes.size() < MOST_NOTES || notes.contains(sentence) ? sentence : "其余单元格照此读取，未逐一列出。");
  }
}
