package cn.gov.officecleanup.procedure.report;

import java.time.LocalDate;

/**
 * What a county reports to its city, which gathers it into its own report (C20).
 *
 * @param caseNumber number of its case
 * @param cityReport number of the case of the city's report
 * @param governmentCode GB/T 2260 code of the county
 * @param done what was done; null while not written
 * @param problems what is left; null while not written
 * @param nextSteps what comes next; null while not written
 * @param documentNumber number that the county's own registry gave to it; null before it is signed
 * @param gatheredOn when the city took it over; null before
 */
record CountyReport(String caseNumber, String cityReport, String governmentCode, String done, String problems, String nextSteps,
    String documentNumber, LocalDate gatheredOn) {
}
