package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.document.CellLook.Align;
import cn.gov.officecleanup.mechanism.document.WorkbookCell.Kind;
import cn.gov.officecleanup.mechanism.document.WorkbookView.CellView;
import cn.gov.officecleanup.mechanism.document.WorkbookView.SheetView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;

/** Lays out a sheet as Excel does: what is hidden falls out, merged cells and long texts extend over the cells beside them. */
final class SheetLayout {

  /** columns that are looked at: some of them may be hidden */
  static final int KEPT_COLUMNS = 200;

  private static final int ROW_LIMIT = 300;
  private static final int COLUMN_LIMIT = 40;
  private static final int MERGED_LIMIT = 2_000;
  private static final int LAST_ROW = 1_048_576;
  private static final int TOLD = 5;
  /** of a column, in halves of a Chinese character: two characters stand beside each other in the narrowest one */
  private static final double NARROWEST = 4;
  private static final double WIDEST = 80;
  /** width of a digit, in the same: digits below each other are a little wider than a half */
  private static final double DIGIT = 1.2;

  private final String name;
  private final double[] widths = new double[KEPT_COLUMNS];
  private final BitSet hiddenColumns = new BitSet();
  /** by their numbers in Excel; hidden ones too, since a merged cell that begins in one is shown in the next */
  private final NavigableMap<Integer, List<WorkbookCell>> rows = new TreeMap<>();
  private final BitSet hiddenRows = new BitSet();
  /** hidden rows that have something */
  private final List<Integer> missedRows = new ArrayList<>();
  private final List<Area> merged = new ArrayList<>();
  private double usualWidth = WorkbookReader.USUAL_WIDTH;
  private int frozenRows;
  private int frozenColumns;
  private boolean more;

  /** Rows from 1, columns from 0, as in Excel. */
  private record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
  }

  SheetLayout(String name) {
    this.name = name;
  }

  void freeze(int rowCount, int columnCount) {
    frozenRows = rowCount;
    frozenColumns = columnCount;
  }

  void usualWidth(double digits) {
    usualWidth = digits;
  }

  void widths(int from, int to, double digits) {
    for (int column = Math.max(0, from); column <= Math.min(to, KEPT_COLUMNS - 1); column++) {
      widths[column] = digits;
    }
  }

  void hideColumns(int from, int to) {
    if (from >= 0 && from <= to && from < KEPT_COLUMNS) {
      hiddenColumns.set(from, Math.min(to, KEPT_COLUMNS - 1) + 1);
    }
  }

  /**
   * @param beyond whether it goes on to the right
   * @param room whether there is room for it
   * @return whether the rows after it are wanted
   */
  boolean row(int number, boolean hidden, List<WorkbookCell> cells, boolean beyond, boolean room) {
    if (number < 1 || number > LAST_ROW) {
      return room;
    }
    boolean blank = cells.stream().allMatch(cell -> cell.text().isEmpty());
    if (hidden) {
      hiddenRows.set(number);
      if (!blank) {
        missedRows.add(number);
      }
      if (missedRows.size() <= ROW_LIMIT) {
        rows.put(number, List.copyOf(cells));
      }
      return room;
    }
    more |= beyond;
    if (blank) {
      return room;
    }
    // rows that the file leaves out are blank ones, and shown like those
    if (!room || number - hiddenRows.get(0, number).cardinality() > ROW_LIMIT) {
      more = true;
      return false;
    }
    rows.put(number, List.copyOf(cells));
    return true;
  }

  void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    if (firstRow <= lastRow && firstColumn >= 0 && firstColumn <= lastColumn && merged.size() < MERGED_LIMIT) {
      merged.add(new Area(firstRow, lastRow, firstColumn, Math.min(lastColumn, KEPT_COLUMNS - 1)));
    }
  }

  SheetView view() {
    int[] rowNumbers = shownRowNumbers();
    int[] columnNumbers = shownColumnNumbers();
    Grid grid = new Grid(rowNumbers, columnNumbers);
    merged.forEach(grid::merge);
    int head = grid.wholeHead(before(rowNumbers, frozenRows + 1));
    return new SheetView(name, grid.widths(), head, before(columnNumbers, frozenColumns), grid.cells(), leftOut(), more);
  }

  private int[] shownRowNumbers() {
    int last = rows.keySet().stream().filter(number -> !hiddenRows.get(number)).mapToInt(number -> number).max().orElse(0);
    int end = merged.stream().filter(area -> area.firstRow() <= last).mapToInt(Area::lastRow).reduce(last, Math::max);
    return IntStream.rangeClosed(1, end).filter(number -> !hiddenRows.get(number)).limit(ROW_LIMIT).toArray();
  }

  private int[] shownColumnNumbers() {
    int used = rows.values().stream().mapToInt(SheetLayout::used).max().orElse(0);
    int end = merged.stream().filter(area -> area.firstColumn() < used).mapToInt(area -> area.lastColumn() + 1).reduce(used, Math::max);
    int[] shown = IntStream.range(0, end).filter(column -> !hiddenColumns.get(column)).toArray();
    more |= shown.length > COLUMN_LIMIT;
    return Arrays.copyOf(shown, Math.min(shown.length, COLUMN_LIMIT));
  }

  private static int used(List<WorkbookCell> cells) {
    return IntStream.range(0, cells.size()).filter(column -> !cells.get(column).text().isEmpty()).map(column -> column + 1).max().orElse(0);
  }

  /** @return how many of these are below it */
  private static int before(int[] numbers, int end) {
    return (int) Arrays.stream(numbers).filter(number -> number < end).count();
  }

  private String leftOut() {
    String told = "";
    if (!missedRows.isEmpty()) {
      told += "隐藏（或者筛选掉）的%d行未显示（第%s行%s）。".formatted(missedRows.size(),
          missedRows.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining("、")), missedRows.size() > TOLD ? "等" : "");
    }
    List<String> columns = hiddenColumns.stream()
        .filter(column -> rows.values().stream().anyMatch(cells -> column < cells.size() && !cells.get(column).text().isEmpty()))
        .mapToObj(CellReference::convertNumToColString)
        .toList();
    return columns.isEmpty() ? told : told + "隐藏的%d列未显示（%s列）。".formatted(columns.size(), String.join("、", columns));
  }

  /** @return width in halves of a Chinese character */
  private static int halves(String text) {
    return text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
  }

  private static boolean isCounted(WorkbookCell cell) {
    return cell.kind() == Kind.NUMBER || cell.kind() == Kind.DAY;
  }

  /** What is shown, counted in rows and columns that are shown. */
  private final class Grid {

    private final int[] rowNumbers;
    private final int[] columnNumbers;
    /** those that another cell extends over */
    private final boolean[][] covered;
    private final Area[][] areas;

    Grid(int[] rowNumbers, int[] columnNumbers) {
      this.rowNumbers = rowNumbers;
      this.columnNumbers = columnNumbers;
      this.covered = new boolean[rowNumbers.length][columnNumbers.length];
      this.areas = new Area[rowNumbers.length][columnNumbers.length];
    }

    /** Merges what is shown of the area; one that overlaps another, which Excel does not let be, is left as it is. */
    void merge(Area area) {
      int top = before(rowNumbers, area.firstRow());
      int bottom = before(rowNumbers, area.lastRow() + 1);
      int left = before(columnNumbers, area.firstColumn());
      int right = before(columnNumbers, area.lastColumn() + 1);
      if (top >= bottom || left >= right || !isFree(top, bottom, left, right)) {
        return;
      }
      for (int row = top; row < bottom; row++) {
        Arrays.fill(covered[row], left, right, true);
      }
      covered[top][left] = false;
      areas[top][left] = area;
    }

    private boolean isFree(int top, int bottom, int left, int right) {
      for (int row = top; row < bottom; row++) {
        for (int column = left; column < right; column++) {
          if (covered[row][column] || areas[row][column] != null) {
            return false;
          }
        }
      }
      return true;
    }

    /** @return how many rows of a head stay in place, without those whose cells reach below it */
    int wholeHead(int head) {
      int whole = head;
      for (int row = head - 1; row >= 0; row--) {
        for (Area area : areas[row]) {
          if (area != null && before(rowNumbers, area.lastRow() + 1) > whole) {
            whole = row;
          }
        }
      }
      return whole;
    }

    /** @return of the columns: those of the file, but numbers and days stand on one line */
    List<Double> widths() {
      List<Double> all = new ArrayList<>();
      for (int column = 0; column < columnNumbers.length; column++) {
        double own = widths[columnNumbers[column]];
        double width = Math.max(NARROWEST, own == 0 ? usualWidth : own);
        for (int row = 0; row < rowNumbers.length; row++) {
          WorkbookCell cell = at(rowNumbers[row], columnNumbers[column]);
          if (isCounted(cell) && areas[row][column] == null) {
            width = Math.max(width, halves(cell.text()) * DIGIT + 1);
          }
        }
        all.add(Math.min(width, WIDEST));
      }
      return all;
    }

    List<List<CellView>> cells() {
      List<Double> widths = widths();
      List<List<CellView>> all = new ArrayList<>();
      for (int row = 0; row < rowNumbers.length; row++) {
        List<CellView> cells = new ArrayList<>();
        for (int column = 0; column < columnNumbers.length; column++) {
          if (!covered[row][column]) {
            CellView cell = cell(row, column, widths);
            Arrays.fill(covered[row], column + 1, column + cell.columns(), true);
            cells.add(cell);
          }
        }
        all.add(cells);
      }
      return all;
    }

    private CellView cell(int row, int column, List<Double> widths) {
      Area area = areas[row][column];
      if (area == null) {
        WorkbookCell cell = at(rowNumbers[row], columnNumbers[column]);
        return view(cell, column, extent(cell, row, column, widths), 1);
      }
      return view(at(area.firstRow(), area.firstColumn()), column, before(columnNumbers, area.lastColumn() + 1) - column,
          before(rowNumbers, area.lastRow() + 1) - row);
    }

    /** @return over how many columns a text goes on that is too long for its cell */
    private int extent(WorkbookCell cell, int row, int column, List<Double> widths) {
      double room = widths.get(column);
      int next = column + 1;
      if (cell.kind() == Kind.TEXT && !cell.look().wraps() && cell.look().align() != Align.RIGHT) {
        for (; next < columnNumbers.length && halves(cell.text()) > room && isBlank(row, next); next++) {
          room += widths.get(next);
        }
      }
      return next - column;
    }

    private boolean isBlank(int row, int column) {
      return !covered[row][column] && areas[row][column] == null && at(rowNumbers[row], columnNumbers[column]).text().isEmpty();
    }

    private WorkbookCell at(int number, int column) {
      List<WorkbookCell> cells = rows.getOrDefault(number, List.of());
      return column < cells.size() ? cells.get(column) : WorkbookCell.EMPTY;
    }

    private CellView view(WorkbookCell cell, int column, int columns, int rowCount) {
      Align align = cell.look().align() != Align.GENERAL ? cell.look().align() : isCounted(cell) ? Align.RIGHT : Align.LEFT;
      return new CellView(column, cell.text(), columns, rowCount, cell.look().bold(), align);
    }
  }
}
