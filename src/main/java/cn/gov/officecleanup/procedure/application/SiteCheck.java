package cn.gov.officecleanup.procedure.application;

import java.time.LocalDate;

/**
 * What the bureau saw where an office is that is applied for (实地核查), the last time.
 *
 * @param inspectors names of those who were there
 * @param siteFindings what they found
 */
record SiteCheck(String caseNumber, LocalDate checkedOn, String inspectors, String siteFindings) {
}
