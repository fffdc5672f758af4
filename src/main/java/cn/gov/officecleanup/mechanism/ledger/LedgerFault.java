package cn.gov.officecleanup.mechanism.ledger;

/**
 * The first row at which a case's ledger is not what was recorded (C7).
 *
 * @param entryNumber number of the first bad row in the case
 * @param what Chinese sentence
 */
public record LedgerFault(String caseNumber, int entryNumber, String what) {
}
