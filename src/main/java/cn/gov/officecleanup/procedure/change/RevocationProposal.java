package cn.gov.officecleanup.procedure.change;

import java.time.LocalDate;

/**
 * What the bureau proposed to the provincial government about an office that gave reason to revoke its retention (C3).
 *
 * @param proposalNumber number of the request that proposes it; null where it was not proposed
 */
record RevocationProposal(String caseNumber, String proposalNumber, LocalDate proposedOn) {
}
