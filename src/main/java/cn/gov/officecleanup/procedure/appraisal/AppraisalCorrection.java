package cn.gov.officecleanup.procedure.appraisal;

import java.time.LocalDate;

/**
 * A decided result is corrected, because a veto turned out to be none, another was established or points were wrong: a further version of
 * the result, the one before is kept beside it (C12).
 *
 * @param appraisalCase number of the case of the appraisal
 * @param liftingReason what was found, why the result is another, for both parties
 * @param correctionBasis number of the document that found it
 * @param proposedGrade by the corrected score and the vetoes that stand
 * @param formerGrade what was decided before
 * @param formerlyOn when
 * @param correctedGrade null before the leader decided
 * @param correctedOn same
 */
record AppraisalCorrection(String caseNumber, String appraisalCase, String liftingReason, String correctionBasis, Grade proposedGrade,
    Grade formerGrade, LocalDate formerlyOn, Grade correctedGrade, LocalDate correctedOn) {

  /** @return whether the correction left the lowest grade where another was decided before */
  boolean lowersToUnqualified() {
    return formerGrade != Grade.UNQUALIFIED && correctedGrade == Grade.UNQUALIFIED;
  }

  /** @return whether the correction left another grade where the lowest was decided before */
  boolean liftsUnqualified() {
    return formerGrade == Grade.UNQUALIFIED && correctedGrade != Grade.UNQUALIFIED;
  }
}
