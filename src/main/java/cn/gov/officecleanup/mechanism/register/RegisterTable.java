package cn.gov.officecleanup.mechanism.register;

import java.util.List;

/** The three tables of a register file: each a sheet of a workbook, or a CSV file of its own. They are told apart by their headings. */
enum RegisterTable implements SheetTable {

  OFFICES("办事机构", List.of(Column.REGISTER_NUMBER, Column.NAME, Column.GOVERNMENT_CODE, Column.GOVERNMENT_NAME, Column.SENDER_KIND,
      Column.DEPARTMENT_NAME, Column.HOST_CITY_CODE, Column.HOST_CITY_NAME, Column.WORK_KIND, Column.SPECIAL_WORK_END,
      Column.APPROVAL_DOCUMENT, Column.STAFF_ESTABLISHMENT, Column.FUNCTIONS, Column.SAMPLE),
      List.of(Column.STATUS, Column.STATUS_SINCE, Column.STATUS_REASON, Column.RETENTION_DOCUMENT, Column.RETAINED_UNTIL, Column.ABOLITION_DOCUMENT)),
  ASSETS("资产", List.of(Column.REGISTER_NUMBER, Column.ASSET_NUMBER, Column.ASSET_KIND, Column.ASSET_NAME, Column.BOOK_VALUE), List.of()),
  BUSINESS_ENTITIES("经营性实体",
      List.of(Column.REGISTER_NUMBER, Column.ENTITY_NAME, Column.ENTITY_KIND, Column.PARTED_ON, Column.PART_BY), List.of());

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
