package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;

/** Reads the rows of one table from a file that an official sends: XLSX, or CSV in GBK or UTF-8, whatever stands above the headings. */
public final class SheetRows {

  private SheetRows() {
  }

  /**
   * @param problems takes what is wrong with headings here, and with cells as they are read
   * @return a reader for each row
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException if the file is empty, too large, neither CSV nor workbook, broken, or
   * lacks a required column
   */
  public static List<RowCells> of(ImportFile file, SheetTable table, List<ImportProblem> problems) {
    List<FoundTable> found = SheetFiles.read(file, List.of(table));
    found.forEach(sheet -> problems.addAll(sheet.problems()));
    return found.stream().flatMap(sheet -> sheet.rows(problems).stream()).toList();
  }
}
