package cn.gov.officecleanup.procedure.report;

/**
 * The report of a unit in a campaign as it is being written (C20).
 *
 * @param caseNumber number of its case
 * @param campaign number of the campaign's case
 * @param unitCode who reports
 * @param done what was done; null while not written
 * @param problems what is left; null while not written
 * @param nextSteps what comes next; null while not written
 * @param explanation why it is to be sent though a check fails; null where it is not
 * @param acceptedVersion the version that counts; null while none is accepted
 */
public record LocalityReport(String caseNumber, String campaign, String unitCode, String done, String problems, String nextSteps,
    String explanation, Integer acceptedVersion) {
}
