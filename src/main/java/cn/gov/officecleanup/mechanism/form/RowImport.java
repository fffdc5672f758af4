package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.FoundTable;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetFiles;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a form's table from a file, so that an official need not type what stands in one; a table names it as
 * {@code data-import="name"}. Nothing is kept: the rows go back into the form.
 */
public interface RowImport {

  /** most problems told at once */
  int MOST_PROBLEMS = 30;

  /** @return the name forms use, e.g. {@code inventory} */
  String name();

  /** @return what the file looks like */
  SheetTable table();

  /** @return the row's cells by the names of the form's columns; null where something is wrong with it, which the reader has noted */
  Map<String, Object> row(RowCells cells);

  /**
   * What a file holds.
   *
   * @param rows in the order of the file
   * @param notes Chinese sentences on how it was read: what was converted, what is hidden and was left out
   */
  record ReadRows(List<Map<String, Object>> rows, List<String> notes) {
  }

  /**
   * @return the rows, and how they were read
   * @throws RefusedException with everything that is wrong in the file, cell by cell; then nothing is taken over
   */
  default ReadRows read(ImportFile file) {
    List<ImportProblem> problems = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    List<FoundTable> tables = SheetFiles.read(file, List.of(table()));
    for (FoundTable found : tables) {
      problems.addAll(found.problems());
      found.rows(problems).forEach(cells -> rows.add(row(cells)));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(
          problems.stream().limit(MOST_PROBLEMS).map(problem -> new Finding("WRONG_CELL", problem.message(), FormField.CLAUSE)).toList());
    }
    if (rows.isEmpty()) {
      throw new RefusedException("NO_ROWS", "“" + file.name() + "”的表头之下没有内容，请检查是否选错了文件。", FormField.CLAUSE);
    }
    return new ReadRows(rows, tables.stream().flatMap(found -> found.notes().stream()).distinct().toList());
  }
}
