package cn.gov.henan.officecleanup.document;

import cn.gov.henan.officecleanup.finding.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What stands in a workbook, to be looked at without Excel: texts as Excel shows them, formulas by the results that were kept with them. */
public final class WorkbookView {

  private static final int ROW_LIMIT = 300;
  private static final int COLUMN_LIMIT = 40;
  /** what is in a larger one, unpacked, takes too much memory to be opened for each look at it; in bytes */
  private static final long SIZE_LIMIT = 20 << 20;

  private WorkbookView() {
  }

  /**
   * A sheet.
   *
   * @param rows texts of the cells, row by row; cells that are blank at the end of a row are left out
   * @param more whether rows or columns are left out
   */
  public record SheetView(String name, List<List<String>> rows, boolean more) {
  }

  /**
   * @param content .xlsx
   * @return its visible sheets, up to 300 rows and 40 columns of each
   * @throws RefusedException larger than 20 MB when unpacked, or damaged
   */
  public static List<SheetView> of(byte[] content) {
    if (unpacked(content) > SIZE_LIMIT) {
      throw new RefusedException("WORKBOOK_TOO_LARGE_TO_SHOW", "文件较大，请下载后查看。", "附件要求");
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return IntStream.range(0, workbook.getNumberOfSheets())
          .filter(index -> !workbook.isSheetHidden(index) && !workbook.isSheetVeryHidden(index))
          .mapToObj(index -> sheet(workbook.getSheetAt(index))).toList();
    } catch (IOException | RuntimeException damaged) {
      // POI tells what is wrong with a workbook by many types of exception
      throw notReadable();
    }
  }

  /** @return size of what is in the package, as its directory states it; POI itself refuses entries that turn out larger than their packing allows */
  private static long unpacked(byte[] content) {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      return Collections.list(zip.getEntries()).stream().mapToLong(ZipArchiveEntry::getSize).sum();
    } catch (IOException damaged) {
      throw notReadable();
    }
  }

  private static RefusedException notReadable() {
    return new RefusedException("WORKBOOK_NOT_READABLE", "文件无法在此显示，请下载后查看。", "附件要求");
  }

  private static SheetView sheet(Sheet sheet) {
    DataFormatter formatter = new DataFormatter();
    formatter.setUseCachedValuesForFormulaCells(true);
    List<List<String>> rows = StreamSupport.stream(sheet.spliterator(), false).limit(ROW_LIMIT).map(row -> cells(row, formatter)).toList();
    boolean wide = StreamSupport.stream(sheet.spliterator(), false).limit(ROW_LIMIT).anyMatch(row -> row.getLastCellNum() > COLUMN_LIMIT);
    return new SheetView(sheet.getSheetName(), rows, wide || sheet.getPhysicalNumberOfRows() > ROW_LIMIT);
  }

  private static List<String> cells(Row row, DataFormatter formatter) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < Math.min(row.getLastCellNum(), COLUMN_LIMIT); column++) {
      cells.add(row.getCell(column) == null ? "" : formatter.formatCellValue(row.getCell(column)));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }
}
