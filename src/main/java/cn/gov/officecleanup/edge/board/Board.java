package cn.gov.officecleanup.edge.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How far the cleanup is at one moment, as far as whoever asks may see it.
 *
 * @param campaign name of the campaign under way or, where none is, of the last one; null before the first
 * @param cleanupDeadline last day in time; null before the first campaign
 * @param reportDeadline last day in time; null before the first campaign
 * @param daysLeft days until the report deadline, negative once it is over; null before the first campaign
 * @param rows the units in the order in which they report
 * @param total all rows together
 */
public record Board(OffsetDateTime asOf, String campaign, LocalDate cleanupDeadline, LocalDate reportDeadline, Integer daysLeft,
    List<Row> rows, Counts total) {

  /**
   * A unit.
   *
   * @param code of the unit
   * @param report stage of its report in words
   * @param reportLate whether the report deadline is over and its report not accepted
   */
  public record Row(String code, String name, Counts counts, String report, boolean reportLate) {
  }

  /**
   * Counts of offices and of what is open about them.
   *
   * @param before offices before the cleanup
   * @param pending of them nobody has decided on yet
   * @param noMeasure of them the plan asks nothing of
   * @param late tasks and cases that are late
   * @param supervisions 督办 that are open
   * @param unbalanced asset ledgers in which what was frozen is not what was disposed of and what is open (C7)
   */
  public record Counts(int before, int pending, int retained, int noMeasure, int toBeAbolished, int abolished, int merged, int established,
      int late, int supervisions, int unbalanced) {

    static Counts sum(List<Counts> parts) {
      return new Counts(parts.stream().mapToInt(Counts::before).sum(), parts.stream().mapToInt(Counts::pending).sum(),
          parts.stream().mapToInt(Counts::retained).sum(), parts.stream().mapToInt(Counts::noMeasure).sum(),
          parts.stream().mapToInt(Counts::toBeAbolished).sum(), parts.stream().mapToInt(Counts::abolished).sum(),
          parts.stream().mapToInt(Counts::merged).sum(), parts.stream().mapToInt(Counts::established).sum(),
          parts.stream().mapToInt(Counts::late).sum(), parts.stream().mapToInt(Counts::supervisions).sum(),
          parts.stream().mapToInt(Counts::unbalanced).sum());
    }
  }
}
