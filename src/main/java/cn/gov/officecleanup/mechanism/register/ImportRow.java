package cn.gov.officecleanup.mechanism.register;

import java.util.ArrayList;
import java.util.List;

/**
 * A good row of an import.
 *
 * @param table which of the tables it stands in
 * @param source file, and sheet of a workbook, it stands in
 * @param number row as Excel shows it, from 1
 * @param registerNumber of the office that it is, or belongs to
 * @param key tells assets and business entities of one office apart; empty for an office
 * @param before what the register says of it, as {@link RegisterContents} writes it; null where it is new
 * @param after what the file says of it
 */
public record ImportRow(RegisterTable table, String source, int number, String registerNumber, String key, String before, String after) {

  public boolean added() {
    return before == null;
  }

  /** @return whether the register says just so already */
  public boolean unchanged() {
    return after.equals(before);
  }

  /** @return the cells that differ from the register, of a new row those that hold something, in the order of the columns */
  public List<CellChange> changes() {
    List<String> now = RegisterContents.cells(table, after);
    List<String> then = added() ? now.stream().map(cell -> "").toList() : RegisterContents.cells(table, before);
    List<String> headings = RegisterContents.headings(table);
    List<CellChange> changes = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      if (!now.get(i).equals(then.get(i))) {
        changes.add(new CellChange(headings.get(i), then.get(i), now.get(i)));
      }
    }
    return changes;
  }
}
