package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.document.OfficePackage;
import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import cn.gov.officecleanup.mechanism.document.WorkbookReader;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.SAXException;

/**
 * Reads the sheets of a workbook that are not hidden: what is hidden is not sent, and it is told what was left out. A merged cell holds for
 * all rows that it spans.
 */
final class XlsxSheets implements WorkbookReader.Sheets {

  private static final long MAX_UNPACKED_BYTES = 100L * 1024 * 1024;
  private static final int MAX_COLUMNS = 200;
  /** characters that Excel lets a cell have; a text that the workbook holds once may stand in any number of cells */
  private static final int MAX_CHARACTERS = 32_767;
  /** cells that merged ones may spread over */
  private static final int MAX_SHARED = 100_000;
  private static final int TOLD = 5;

  private final ImportFile file;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> hiddenSheets = new ArrayList<>();
  private String name;
  private NavigableMap<Integer, List<WorkbookCell>> rows;
  private Set<Integer> hiddenRows;
  private BitSet hiddenColumns;
  private BitSet usedHiddenColumns;
  private int shared;

  private XlsxSheets(ImportFile file) {
    this.file = file;
  }

  static List<Sheet> read(ImportFile file) {
    byte[] counted = counted(file);
    XlsxSheets read = new XlsxSheets(file);
    try {
      WorkbookReader.read(counted, read);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
      // broken and foreign files are told by many exceptions, unchecked ones included; for the official they are one
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”不是完好的 Excel 工作簿（.xlsx），请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
    read.finish();
    return read.result();
  }

  private static byte[] counted(ImportFile file) {
    try {
      return OfficePackage.counted(file.content(), MAX_UNPACKED_BYTES, OfficePackage.PartLimits.NONE);
    } catch (OfficePackage.TooLargeException e) {
      throw new RefusedException("FILE_TOO_LARGE", "“" + file.name() + "”解压后过大，不像一份登记表，请删去无关内容后再导入。", "C21");
    } catch (IOException e) {
      throw new RefusedException("FILE_UNREADABLE", "“" + file.name() + "”已损坏，请用 Excel 打开检查后另存为 .xlsx 再导入。", "C21");
    }
  }

  @Override
  public boolean begin(String sheet, boolean hidden) {
    finish();
    if (hidden) {
      hiddenSheets.add(sheet);
      return false;
    }
    name = sheet;
    rows = new TreeMap<>();
    hiddenRows = new TreeSet<>();
    hiddenColumns = new BitSet();
    usedHiddenColumns = new BitSet();
    return true;
  }

  @Override
  public void hiddenColumns(int from, int to) {
    if (from >= 0 && from < MAX_COLUMNS) {
      hiddenColumns.set(from, Math.min(to, MAX_COLUMNS - 1) + 1);
    }
  }

  @Override
  public boolean row(int number, boolean hidden, List<WorkbookCell> all) {
    List<WorkbookCell> cells = new ArrayList<>(all.subList(0, Math.min(all.size(), MAX_COLUMNS)));
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column).text().length() > MAX_CHARACTERS) {
        throw new RefusedException("FILE_TOO_LARGE",
            "“%s”单元格%s的内容过长，不像一份登记表，请删去无关内容后再导入。".formatted(file.name(), CellReference.convertNumToColString(column) + number), "C21");
      }
    }
    boolean blank = new Sheet.Row(number, cells).blank();
    if (hidden && !blank) {
      hiddenRows.add(number);
    }
    if (!blank) {
      rows.put(number, cells);
      SheetFiles.refuseTooManyRows(file, rows.size());
    }
    return true;
  }

  @Override
  public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    List<WorkbookCell> first = rows.get(firstRow);
    if (first == null || firstColumn >= first.size() || lastRow <= firstRow) {
      return;
    }
    WorkbookCell below = first.get(firstColumn);
    for (List<WorkbookCell> cells : rows.subMap(firstRow, false, lastRow, true).values()) {
      if (++shared > MAX_SHARED) {
        throw new RefusedException("FILE_TOO_LARGE", "“" + file.name() + "”合并的单元格过多，请取消合并后再导入。", "C21");
      }
      while (cells.size() <= firstColumn) {
        cells.add(WorkbookCell.EMPTY);
      }
      cells.set(firstColumn, below.below());
    }
  }

  private void finish() {
    if (name == null) {
      return;
    }
    List<Sheet.Row> shown = new ArrayList<>();
    rows.forEach((number, cells) -> {
      if (!hiddenRows.contains(number)) {
        shown.add(new Sheet.Row(number, withoutHiddenColumns(cells)));
      }
    });
    shown.removeIf(Sheet.Row::blank);
    List<String> leftOut = new ArrayList<>();
    if (!hiddenRows.isEmpty()) {
      leftOut.add("工作表“%s”中隐藏（或者筛选掉）的%d行未读取（第%s行%s）。".formatted(name, hiddenRows.size(),
          hiddenRows.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining("、")), hiddenRows.size() > TOLD ? "等" : ""));
    }
    if (!usedHiddenColumns.isEmpty()) {
      leftOut.add("工作表“%s”中隐藏的%d列未读取（%s列）。".formatted(name, usedHiddenColumns.cardinality(),
          usedHiddenColumns.stream().mapToObj(CellReference::convertNumToColString).collect(Collectors.joining("、"))));
    }
    sheets.add(new Sheet(file.name() + "·" + name, shown, leftOut));
    name = null;
  }

  private List<WorkbookCell> withoutHiddenColumns(List<WorkbookCell> cells) {
    for (int column = hiddenColumns.nextSetBit(0); column >= 0 && column < cells.size(); column = hiddenColumns.nextSetBit(column + 1)) {
      if (!cells.get(column).text().isBlank()) {
        usedHiddenColumns.set(column);
      }
      cells.set(column, WorkbookCell.EMPTY);
    }
    return cells;
  }

  private List<Sheet> result() {
    if (!hiddenSheets.isEmpty()) {
      if (sheets.isEmpty()) {
        throw new RefusedException("FILE_EMPTY", "“" + file.name() + "”的工作表都已隐藏，请取消隐藏要导入的工作表并保存后再导入。", "C21");
      }
      sheets.get(0)
          .leftOut()
          .add("隐藏的%d个工作表未读取（%s）。".formatted(hiddenSheets.size(), hiddenSheets.stream().limit(TOLD).collect(Collectors.joining("、"))));
    }
    return sheets;
  }
}
