package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The sending government tells an office, by a notice, and the bureau, by a letter, how the office's year was appraised (C12).
 *
 * @param number document number
 * @param date day of signature (成文日期)
 * @param government full name of the sending government, the issuer
 * @param office full name of the office
 * @param year that was appraised
 * @param score two decimals
 * @param grade Chinese name of the grade
 * @param limits what left no higher grade, clauses without a full stop; may be empty
 * @param rectifyBy last day of the rectification; null where none is asked
 * @param personReviewable whether a person was graded so low that the law gives a right of review
 * @param corrects the result before; null where this is the first
 */
public record AppraisalNotice(String number, LocalDate date, String government, String office, int year, String score, String grade,
    List<String> limits, LocalDate rectifyBy, boolean personReviewable, Correction corrects) {

  /**
   * What a notice puts another result in the place of.
   *
   * @param score until now, two decimals; null where it stays
   * @param grade Chinese name of the grade until now
   * @param date of the decision until now
   * @param reason clause, with or without a full stop
   */
  public record Correction(String score, String grade, LocalDate date, String reason) {
  }

  public AppraisalNotice {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(government, "government");
    Objects.requireNonNull(office, "office");
    limits = List.copyOf(limits);
  }
}
