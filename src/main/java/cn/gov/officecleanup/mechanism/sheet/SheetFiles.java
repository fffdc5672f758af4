package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/**
 * Finds tables in files that officials send. Whatever is wrong with a file as a whole is refused in one Chinese sentence.
 */
public final class SheetFiles {

  private static final int MAX_ROWS = 20_000;
  /** rows above the headings: title, date of the list, unit */
  private static final int MAX_ROWS_ABOVE_HEADINGS = 10;
  private static final List<Column> NEUTRAL = List.of(new Column("序号", false, 0, List.of()), new Column("备注", false, 0, List.of()));

  private SheetFiles() {
  }

  /**
   * @param tables those looked for
   * @return the tables in the file, at least one
   * @throws RefusedException if the file is empty, too large, neither CSV nor workbook, broken, or lacks a required column
   */
  public static List<FoundTable> read(ImportFile file, List<? extends SheetTable> tables) {
    byte[] content = file.content();
    if (content.length == 0) {
      throw new RefusedException("FILE_EMPTY", "“" + file.name() + "”是空文件，请检查是否选错了文件。", "C21");
    }
    refuseTooLarge(file.name(), content.length);
    List<Sheet> sheets = startsWith(content, 'P', 'K', 3, 4) ? XlsxSheets.read(file) : notWorkbook(file);
    if (sheets.stream().allMatch(sheet -> sheet.rows().isEmpty())) {
      throw new RefusedException("FILE_EMPTY", "“" + file.name() + "”中没有任何内容，请检查是否选错了文件。", "C21");
    }
    List<FoundTable> found = sheets.stream().map(sheet -> find(sheet, tables)).flatMap(Optional::stream).toList();
    if (found.isEmpty()) {
      throw new RefusedException("HEADINGS_MISSING", "“" + file.name() + "”中没有找到表头，表头应包含：" + requiredHeadings(tables.get(0)) + "。"
          + sheets.stream().flatMap(sheet -> sheet.leftOut().stream()).collect(Collectors.joining()), "C21");
    }
    sheets.forEach(sheet -> found.get(0).notes().addAll(sheet.leftOut()));
    return found;
  }

  public static void refuseTooLarge(String name, long bytes) {
    if (bytes > ImportFile.MAX_BYTES) {
      throw new RefusedException("FILE_TOO_LARGE", "“" + name + "”超过 " + ImportFile.MAX_BYTES / 1024 / 1024 + " MB，请拆分成几个文件分别导入。", "C21");
    }
  }

  static void refuseTooManyRows(ImportFile file, int rows) {
    if (rows > MAX_ROWS) {
      throw new RefusedException("FILE_TOO_LARGE", "“" + file.name() + "”超过 " + MAX_ROWS + " 行，请拆分成几个文件分别导入。", "C21");
    }
  }

  private static List<Sheet> notWorkbook(ImportFile file) {
    if (startsWith(file.content(), 0xD0, 0xCF, 0x11, 0xE0)) {
      String what = isEncrypted(file.content()) ? "是加了密码的文件，请取消密码后" : "是旧版 Excel 或者 WPS 表格（.xls、.et），请用 Excel 或者 WPS 打开后";
      throw new RefusedException("FILE_TYPE_WRONG", "“" + file.name() + "”" + what + "另存为 .xlsx 再导入。", "C21");
    }
    if (startsWith(file.content(), '%', 'P', 'D', 'F')) {
      throw new RefusedException("FILE_TYPE_WRONG", "“" + file.name() + "”是 PDF 文件，不是 Excel 工作簿，请另存为 .xlsx 再导入。", "C21");
    }
    return CsvSheets.read(file);
  }

  /** An encrypted workbook is a stream of that name in the old kind of file. */
  private static boolean isEncrypted(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  private static boolean startsWith(byte[] content, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (content.length <= i || content[i] != (byte) magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The headings are the row with the most known ones; a sheet with fewer than two, such as instructions for filling in, is none of ours.
   */
  private static Optional<FoundTable> find(Sheet sheet, List<? extends SheetTable> tables) {
    return sheet.rows()
        .stream()
        .limit(MAX_ROWS_ABOVE_HEADINGS)
        .flatMap(row -> tables.stream().map(table -> found(sheet, row, table)))
        .filter(found -> found.positions().size() >= 2)
        .max(Comparator.comparingInt(found -> found.positions().size()))
        .map(SheetFiles::complete);
  }

  private static FoundTable found(Sheet sheet, Sheet.Row headings, SheetTable table) {
    Map<Column, Integer> positions = new HashMap<>();
    List<ImportProblem> problems = new ArrayList<>();
    for (int i = 0; i < headings.cells().size(); i++) {
      String heading = CellText.clean(headings.cell(i).text());
      Optional<Column> column = table.columns().stream().filter(known -> known.isHeadedBy(heading)).findFirst();
      if (column.isPresent() && positions.putIfAbsent(column.get(), i) != null) {
        problems.add(new ImportProblem(sheet.name(), headings.number(), excelColumn(i, heading), heading, "不重复的列，后出现的一列未导入"));
      } else if (column.isEmpty() && !heading.isEmpty() && ignored(table).stream().noneMatch(known -> known.isHeadedBy(heading))) {
        problems.add(new ImportProblem(sheet.name(), headings.number(), excelColumn(i, heading), heading, "登记表的列，该列未导入"));
      }
    }
    List<Sheet.Row> rows = sheet.rows().stream().filter(row -> row.number() > headings.number()).toList();
    Optional<MoneyUnit> above = MoneyUnit.above(sheet.rows()
        .stream()
        .filter(row -> row.number() < headings.number())
        .flatMap(row -> row.cells().stream())
        .map(WorkbookCell::text)
        .toList());
    return new FoundTable(table, sheet.name(), headings, positions, above, rows, problems, new LinkedHashSet<>(sheet.leftOut()));
  }

  /** @return column as Excel shows it, with its heading, e.g. L（人员编制） */
  static String excelColumn(int position, String heading) {
    return CellReference.convertNumToColString(position) + "（" + heading + "）";
  }

  private static List<Column> ignored(SheetTable table) {
    List<Column> ignored = new ArrayList<>(NEUTRAL);
    ignored.addAll(table.outcomeColumns());
    return ignored;
  }

  private static FoundTable complete(FoundTable found) {
    List<Column> missing = found.table()
        .columns()
        .stream()
        .filter(column -> column.required() && !found.positions().containsKey(column))
        .toList();
    if (!missing.isEmpty()) {
      throw new RefusedException("COLUMN_MISSING", "“" + found.name() + "”缺少必需的列：" + headings(missing) + "。" + found.table().title()
          + "表应有：" + requiredHeadings(found.table()) + "。" + String.join("", found.notes()), "C21");
    }
    return found;
  }

  private static String requiredHeadings(SheetTable table) {
    return headings(table.columns().stream().filter(Column::required).toList());
  }

  private static String headings(List<Column> columns) {
    return columns.stream().map(Column::heading).collect(Collectors.joining("、"));
  }
}
