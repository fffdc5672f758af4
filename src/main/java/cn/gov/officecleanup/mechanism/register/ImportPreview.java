package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import java.util.List;

/**
 * What an import would do to the register as it stands.
 *
 * @param applies whether rows may go in; false if one problem keeps all of them out ({@link ImportMode#ALL_OR_NOTHING})
 * @param rows the good rows, offices first, unchanged ones among them
 * @param problems everything wrong, in the order of the file
 * @param notes Chinese sentences on how the files were read: what was converted, what is hidden and was left out
 */
public record ImportPreview(boolean applies, List<ImportRow> rows, List<ImportProblem> problems, List<String> notes) {

  /** @return how many rows there are of each kind */
  public ImportReport report() {
    return new ImportReport(applies, counts(RegisterTable.OFFICES), counts(RegisterTable.ASSETS), counts(RegisterTable.BUSINESS_ENTITIES),
        problems, notes);
  }

  private ImportReport.Counts counts(RegisterTable table) {
    List<ImportRow> of = rows.stream().filter(row -> row.table() == table).toList();
    int added = (int) of.stream().filter(ImportRow::added).count();
    int unchanged = (int) of.stream().filter(ImportRow::unchanged).count();
    return new ImportReport.Counts(added, of.size() - added - unchanged, unchanged);
  }
}
