package cn.gov.officecleanup.procedure.appraisal;

/**
 * How the lowest grade was mended.
 *
 * @param caseNumber of the appraisal, or of the correction that left the lowest grade
 * @param rectification problems, measures and what came of them
 */
record Rectification(String caseNumber, String rectification) {
}
