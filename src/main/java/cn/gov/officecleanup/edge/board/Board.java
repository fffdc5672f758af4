package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.procedure.report.FigureCounts.SettledOn;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How far the cleanup is at one moment, as far as whoever asks may see it.
 *
 * @param day the past day of which it tells the end; null where it tells of now
 * @param firstDay first day that can be asked for; null where none can
 * @param campaign name of the campaign under way or, where none is, of the last one; null before the first
 * @param cleanupDeadline last day in time; null before the first campaign
 * @param reportDeadline last day in time; null before the first campaign
 * @param daysLeft days until the report deadline, negative once it is over; null before the first campaign
 * @param rows the units in the order in which they report
 * @param total all rows together
 * @param course how far it was on each day since the campaign began; empty before the first
 */
public record Board(OffsetDateTime asOf, LocalDate day, LocalDate firstDay, String campaign, LocalDate cleanupDeadline,
    LocalDate reportDeadline, Integer daysLeft, List<Row> rows, Counts total, List<SettledOn> course) {

  /**
   * A unit.
   *
   * @param code of the unit
   * @param shortName as a map has it, e.g. 洛阳
   * @param column where its tile is on the map, from 1 on the left; 0 where it has none
   * @param line the same from the top
   * @param report stage of its report in words
   * @param reportLate whether the report deadline is over and its report not accepted or, on a past day, not sent
   */
  public record Row(String code, String name, String shortName, int column, int line, Counts counts, String report, boolean reportLate) {
  }

  /**
   * Counts of offices and of what is open about them, each as {@link BoardFigure} says.
   *
   * @param before offices before the cleanup
   * @param pending of them nobody has decided on yet
   * @param noMeasure of them the plan asks nothing of
   * @param unfinished of them those that are pending or to be abolished
   * @param late tasks and cases that are late
   * @param supervisions 督办 that are open
   * @param unbalanced asset ledgers in which what was frozen is not what was disposed of and what is open (C7); null on a past day
   */
  public record Counts(int before, int pending, int retained, int noMeasure, int toBeAbolished, int abolished, int merged, int established,
      int unfinished, int late, int supervisions, Integer unbalanced) {

    static Counts of(ToIntFunction<BoardFigure> count, boolean ofNow) {
      return new Counts(count.applyAsInt(BoardFigure.BEFORE), count.applyAsInt(BoardFigure.PENDING), count.applyAsInt(BoardFigure.RETAINED),
          count.applyAsInt(BoardFigure.NO_MEASURE), count.applyAsInt(BoardFigure.TO_BE_ABOLISHED), count.applyAsInt(BoardFigure.ABOLISHED),
          count.applyAsInt(BoardFigure.MERGED), count.applyAsInt(BoardFigure.ESTABLISHED), count.applyAsInt(BoardFigure.UNFINISHED),
          count.applyAsInt(BoardFigure.LATE), count.applyAsInt(BoardFigure.SUPERVISIONS),
          ofNow ? count.applyAsInt(BoardFigure.UNBALANCED) : null);
    }
  }
}
