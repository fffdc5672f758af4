package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the register as a workbook that {@link RegisterImport} takes in again unchanged. Every cell is text, so that nothing an office's
 * name or functions hold is ever run as a formula and Excel does not turn codes and dates into something else.
 */
@Service
public class RegisterExport {

  private static final String TEXT = "@";
  private static final String KEPT_TITLE = "经批准保留的办事机构名单";
  private static final List<Column> KEPT_COLUMNS = List.of(RegisterColumns.REGISTER_NUMBER, RegisterColumns.NAME,
      RegisterColumns.GOVERNMENT_NAME, RegisterColumns.HOST_CITY_NAME, RegisterColumns.ADDRESS, RegisterColumns.WORK_KIND,
      RegisterColumns.RETENTION_DOCUMENT, RegisterColumns.RETAINED_UNTIL);

  private final OfficeRegister register;
  private final KeptOffices kept;
  private final Governments governments;
  private final Clock clock;

  public RegisterExport(OfficeRegister register, KeptOffices kept, Governments governments, Clock clock) {
    this.register = register;
    this.kept = kept;
    this.governments = governments;
    this.clock = clock;
  }

  /**
   * Writes the offices of a filter with their assets and business entities.
   *
   * @param output stays open
   * @param wanted which offices
   * @return number of offices written
   * @throws IOException if the output cannot be written
   */
  @Transactional(readOnly = true)
  public int write(OutputStream output, Predicate<Office> wanted) throws IOException {
    List<Office> offices = register.all().stream().filter(wanted).toList();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
      // readable by programs, too, that do not know Zip64
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      Writer writer = new Writer(workbook);
      writer.sheet(RegisterTable.OFFICES, offices.stream().map(this::officeCells));
      writer.sheet(RegisterTable.ASSETS,
          offices.stream()
              .flatMap(office -> register.assetsOf(office.id())
                  .stream()
                  .map(asset -> List.of(office.registerNumber(), asset.assetNumber(), asset.kind().label(), asset.name(),
                      asset.bookValue().toPlainString()))));
      writer.sheet(RegisterTable.BUSINESS_ENTITIES,
          offices.stream()
              .flatMap(office -> register.businessEntitiesOf(office.id())
                  .stream()
                  .map(entity -> List.of(office.registerNumber(), entity.name(), entity.kind().label(), text(entity.partedOn()),
                      text(entity.partBy())))));
      workbook.write(output);
    }
    return offices.size();
  }

  /**
   * Writes the list of the offices that are kept by the provincial government's approval, for publication: nothing of what is the
   * governments' own, such as staff and assets.
   *
   * @param output stays open
   * @return number of offices written
   * @throws IOException if the output cannot be written
   */
  @Transactional(readOnly = true)
  public int writeKept(OutputStream output) throws IOException {
    List<Office> offices = kept.all();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      new Writer(workbook).sheet(KEPT_TITLE, KEPT_COLUMNS, offices.stream().map(this::keptCells));
      workbook.write(output);
    }
    return offices.size();
  }

  private List<String> keptCells(Office office) {
    OfficeEntry entry = office.entry();
    return List.of(entry.registerNumber(), entry.name(), governments.get(entry.governmentCode()).title(), entry.hostCityName(),
        register.addressOf(office.id()).orElse(""), entry.workKind().label(), text(office.outcome().retentionDocument()),
        text(office.outcome().retainedUntil() == null ? entry.specialWorkEnd() : office.outcome().retainedUntil()));
  }

  private List<String> officeCells(Office office) {
    OfficeEntry entry = office.entry();
    Outcome outcome = office.outcome();
    return List.of(entry.registerNumber(), entry.name(), entry.governmentCode(), governments.get(entry.governmentCode()).name(),
        entry.senderKind().label(), text(entry.departmentName()), entry.hostCityCode(), entry.hostCityName(), entry.workKind().label(),
        text(entry.specialWorkEnd()), text(entry.approvalDocument()), text(entry.staffEstablishment()), text(entry.functions()),
        entry.sample() ? "是" : "否", outcome.status().label(), text(outcome.since().atZoneSameInstant(clock.getZone()).toLocalDate()),
        text(outcome.reason()), text(outcome.retentionDocument()), text(outcome.retainedUntil()), text(outcome.abolitionDocument()));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Writes the sheets of one workbook. */
  private static final class Writer {

    private final SXSSFWorkbook workbook;
    private final CellStyle heading;
    private final CellStyle text;

    Writer(SXSSFWorkbook workbook) {
      this.workbook = workbook;
      text = workbook.createCellStyle();
      text.setDataFormat(workbook.createDataFormat().getFormat(TEXT));
      heading = workbook.createCellStyle();
      heading.cloneStyleFrom(text);
      Font bold = workbook.createFont();
      bold.setBold(true);
      heading.setFont(bold);
    }

    void sheet(RegisterTable table, Stream<List<String>> rows) {
      List<Column> columns = new ArrayList<>(table.columns());
      columns.addAll(table.outcomeColumns());
      sheet(table.title(), columns, rows);
    }

    void sheet(String title, List<Column> columns, Stream<List<String>> rows) {
      SXSSFSheet sheet = workbook.createSheet(title);
      sheet.createFreezePane(0, 1);
      sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
      for (int i = 0; i < columns.size(); i++) {
        sheet.setColumnWidth(i, (columns.get(i).width() + 2) * 256);
        sheet.setDefaultColumnStyle(i, text);
      }
      row(sheet, columns.stream().map(Column::heading).toList(), heading);
      rows.forEach(cells -> row(sheet, cells, text));
    }

    private void row(SXSSFSheet sheet, List<String> cells, CellStyle style) {
      Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
      for (int i = 0; i < cells.size(); i++) {
        Cell cell = row.createCell(i);
        cell.setCellStyle(style);
        cell.setCellValue(cells.get(i));
      }
    }
  }
}
