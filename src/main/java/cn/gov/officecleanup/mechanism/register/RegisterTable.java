package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import java.util.List;

/** The three tables of a register file: each a sheet of a workbook, or a CSV file of its own. They are told apart by their headings. */
public enum RegisterTable implements SheetTable {

  OFFICES("办事机构",
      List.of(RegisterColumns.REGISTER_NUMBER, RegisterColumns.NAME, RegisterColumns.GOVERNMENT_CODE, RegisterColumns.GOVERNMENT_NAME,
          RegisterColumns.SENDER_KIND, RegisterColumns.DEPARTMENT_NAME, RegisterColumns.HOST_CITY_CODE, RegisterColumns.HOST_CITY_NAME,
          RegisterColumns.WORK_KIND, RegisterColumns.SPECIAL_WORK_END, RegisterColumns.APPROVAL_DOCUMENT,
          RegisterColumns.STAFF_ESTABLISHMENT, RegisterColumns.FUNCTIONS, RegisterColumns.SAMPLE),
      List.of(RegisterColumns.STATUS, RegisterColumns.STATUS_SINCE, RegisterColumns.STATUS_REASON, RegisterColumns.RETENTION_DOCUMENT,
          RegisterColumns.RETAINED_UNTIL, RegisterColumns.ABOLITION_DOCUMENT)),
  ASSETS("资产",
      List.of(RegisterColumns.REGISTER_NUMBER, RegisterColumns.ASSET_NUMBER, RegisterColumns.ASSET_KIND, RegisterColumns.ASSET_NAME,
          RegisterColumns.BOOK_VALUE),
      List.of()),
  BUSINESS_ENTITIES("经营性实体", List.of(RegisterColumns.REGISTER_NUMBER, RegisterColumns.ENTITY_NAME, RegisterColumns.ENTITY_KIND,
      RegisterColumns.PARTED_ON, RegisterColumns.PART_BY), List.of());

  private final String title;
  private final List<Column> columns;
  private final List<Column> outcomeColumns;

  RegisterTable(String title, List<Column> columns, List<Column> outcomeColumns) {
    this.title = title;
    this.columns = columns;
    this.outcomeColumns = outcomeColumns;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public List<Column> outcomeColumns() {
    return outcomeColumns;
  }
}
