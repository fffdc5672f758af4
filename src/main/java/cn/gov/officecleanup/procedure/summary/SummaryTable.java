package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.report.Figures;
import java.util.List;

/** The figures of the whole province (C21): a row a unit, and what they add up to. */
record SummaryTable(List<Row> rows) {

  /**
   * @param sending how the report came in, or why it did not
   * @param accepted whether the figures are those of an accepted report; else they are counted from the register
   */
  record Row(ReportingUnit unit, Figures figures, String sending, boolean accepted) {
  }

  SummaryTable {
    rows = List.copyOf(rows);
  }

  /** @return how many rows are those of an accepted report */
  int accepted() {
    return (int) rows.stream().filter(Row::accepted).count();
  }

  /** @return the sum of all rows */
  Figures totals() {
    return Figures.sum(rows.stream().map(Row::figures).toList());
  }
}
