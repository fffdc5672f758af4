package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a rehearsed campaign went.
 *
 * @param plan what was rehearsed, the deadline for applications filled in
 * @param deadlines the deadlines in their order
 * @param units how far each unit was, in the order in which they report
 * @param notices everything that was reminded of or missed, in the order in which it was noted
 * @param concluded day on which the national bureau filed its receipt; null where it never did
 * @param ended day on which the last task was done, or on which the rehearsal was given up
 * @param tasksDone how many tasks the officials did
 * @param returned how many of them sent something back or refused it
 * @param years what followed, year by year
 * @param foretold how well officials were told what comes next
 * @param faults what is stuck, lost or unbalanced, a Chinese sentence each; empty where all is well
 */
record RehearsalResult(RehearsalPlan plan, List<Deadline> deadlines, List<UnitCourse> units, List<Notice> notices, LocalDate concluded,
    LocalDate ended, int tasksDone, int returned, List<YearCourse> years, Foretold foretold, List<String> faults) {

  /** @return the same with the years that followed, and what was found in them */
  RehearsalResult with(List<YearCourse> followed, List<String> found, List<String> failures) {
    return new RehearsalResult(plan, deadlines, units, notices, concluded, ended, tasksDone, returned, followed, foretold,
        Stream.of(faults, found, failures).flatMap(List::stream).toList());
  }

  /**
   * How the steps that were told compare with those that came.
   *
   * @param transitions how many tasks were compared
   * @param otherwise a Chinese sentence for each of them after which another step came, or one for others
   */
  record Foretold(int transitions, List<String> otherwise) {

    /** @return the share of those that were told right, 0 to 1 */
    double share() {
      return transitions == 0 ? 1 : 1 - (double) otherwise.size() / transitions;
    }
  }

  /**
   * A year of the offices that stayed. Amounts in yuan.
   *
   * @param offices how many stayed on 1 January
   * @param budget of all receptions, with adjustments
   * @param receptions signed lists that were paid
   * @param appraised how many appraisals of the year before were decided
   * @param published how many disclosures were
   * @param rotated how many rotations ended with a successor
   * @param parted how many entities were parted from
   */
  record YearCourse(int year, int offices, BigDecimal budget, BigDecimal paid, int receptions, int guests, int appraised, int published,
      int rotated, int parted) {
  }

  /** A day by which something has to be done, with its name, e.g. 清理期限. */
  public record Deadline(String name, LocalDate day) {
  }

  /**
   * How far a unit was at the end of each deadline's day, in the order of the deadlines, and last of all when everything was over.
   */
  public record UnitCourse(String code, String name, List<Standing> standings) {
  }

  /**
   * How far a unit was at one moment.
   *
   * @param report stage of its report in words, e.g. 已报送，待审核
   */
  public record Standing(Figures figures, String report) {

    /** @return how many offices have an outcome: retained, left as they are, merged or abolished */
    public int decided() {
      return figures.count(Figure.RETAINED) + figures.count(Figure.NO_MEASURE) + figures.count(Figure.MERGED)
          + figures.count(Figure.ABOLISHED);
    }
  }

  /**
   * A reminder or a miss.
   *
   * @param late who has to do the work, in words
   * @param superior who urges it, in words
   */
  public record Notice(Escalation entry, String late, String superior) {

    public boolean missed() {
      return entry.kind() == Escalation.Kind.MISS;
    }
  }
}
