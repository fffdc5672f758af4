package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;

/** What a procedure contributes to the bureau's overview of the whole province for a year (C12): a sheet, in which no person is named. */
public interface YearSheet {

  /** Adds the sheet. */
  void add(TableWorkbook workbook, int year);
}
