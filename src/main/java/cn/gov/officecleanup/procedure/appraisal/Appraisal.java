package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The appraisal of an office for one year.
 *
 * @param months of the year in which the office stood
 * @param resultBy last day on which the result is told in time
 * @param officialsAppraised how many of its officials were appraised by the personnel system
 * @param officialsExcellent how many of them are excellent
 * @param excellentApproval number of the document that allowed more of them; null where none is needed
 * @param headGrade how the personnel system graded its head; of several the one who served longest
 * @param score 0.00 to 100.00, null before it is scored; of what was corrected since, the one that holds
 * @param proposedGrade by score and vetoes
 * @param objectBy last day on which the office may object
 * @param decidedGrade null before the leader decided; of what was corrected since, the one that holds
 * @param gradePublic whether the government shows the grade to everybody
 */
record Appraisal(String caseNumber, long officeId, int appraisedYear, int months, LocalDate resultBy, String selfSummary,
    Integer officialsAppraised, Integer officialsExcellent, String excellentApproval, HeadGrade headGrade, BigDecimal score,
    Grade proposedGrade, LocalDate objectBy, String objectionReason, Grade decidedGrade, LocalDate decidedOn, boolean gradePublic) {

  /** How the personnel system grades a person (公务员法). */
  enum HeadGrade {
    EXCELLENT,
    COMPETENT,
    BASICALLY_COMPETENT,
    INCOMPETENT,
    NONE
  }
}
