package cn.gov.officecleanup.mechanism.sheet;

import java.util.List;

/** A table that officials send in files: a sheet of a workbook, or a CSV file. It is told by its headings. */
public interface SheetTable {

  /** @return what it is called in messages, also the name of its sheet */
  String title();

  /** @return the columns that are read, in the order in which they are written */
  List<Column> columns();

  /** @return columns that are written for reading only, and ignored where they come back */
  List<Column> outcomeColumns();
}
