package cn.gov.officecleanup.edge.board;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How the offices that stay are regulated (C12, C13, C17–C19), as it is now, as far as whoever asks may see it: sums and days, nobody's
 * name.
 *
 * @param year of the budgets
 * @param rows the offices by register number
 */
public record RegimeBoard(OffsetDateTime asOf, int year, List<Row> rows) {

  /**
   * Something to be done, or done.
   *
   * @param told Chinese words; empty where nothing is asked
   * @param urgent whether it is late or below what is asked
   */
  public record State(String told, boolean urgent) {

    static final State NOTHING = new State("", false);
  }

  /**
   * An office.
   *
   * @param unit name of the unit that reports on it
   * @param late pieces of work about it that are late
   * @param appraisal grades of the last years, the newest first
   * @param disclosure of the receptions of last year
   * @param parting from its hotels and other entities
   * @param rotation of those whose terms end soon
   * @param budget yuan for receptions of this year with adjustments; null where none is entered
   * @param paid yuan for receptions in this year
   */
  public record Row(String registerNumber, String office, String unit, int late, State appraisal, State disclosure, State parting,
      State rotation, BigDecimal budget, BigDecimal paid) {
  }
}
