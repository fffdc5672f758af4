package cn.gov.officecleanup.procedure.appraisal;

import java.time.LocalDate;

/**
 * A veto that turned out to be none after the decision: a further version of the result, the one before is kept beside it (C12).
 *
 * @param appraisalCase number of the case of the appraisal
 * @param liftingReason what was found, for both parties
 * @param correctionBasis number of the document that found it
 * @param proposedGrade by the score and the vetoes that stand
 * @param formerGrade what was decided before
 * @param formerlyOn when
 * @param correctedGrade null before the leader decided
 * @param correctedOn same
 */
record AppraisalCorrection(String caseNumber, String appraisalCase, String liftingReason, String correctionBasis, Grade proposedGrade,
    Grade formerGrade, LocalDate formerlyOn, Grade correctedGrade, LocalDate correctedOn) {
}
