package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.math.BigDecimal;

/**
 * How a term of office ends (C13).
 *
 * @param caseNumber number of its case
 * @param postingCase number of the case that registered the posting
 * @param successorAccount user id; null where the successor works with no account
 * @param nextPost where who leaves goes
 * @param decisionNumber number of the notice of appointment (任免通知)
 * @param exchangeWith number of the case that registered the posting of whom posts are exchanged with; null where nobody is
 * @param termAudit whether the term is audited of who leaves and heads an office; null where nobody does
 * @param termAuditReason number of the order, or why there is none; null where nobody does
 * @param supervisor who watches the handover (监交人)
 * @param witnesses two people, where who leaves is not there; names separated by 、
 * @param bookedAmount money and assets by the books, yuan
 * @param countedAmount what was counted, yuan
 * @param auditReportNumber number of the report to audit about a difference; null where there is none
 * @param otherGiver how the other post of an exchange is handed over; so the components after it
 */
record Rotation(String caseNumber, String postingCase, Proposal proposal, String successorName, String successorNumber,
    StaffStatus successorKind, String successorAccount, String exchangeWith, Kinship kinship, String nextPost, String extensionReason,
    String decisionNumber, TermAuditOrder termAudit, String termAuditReason, Giver giver, String recipient, String supervisor,
    String witnesses, BigDecimal bookedAmount, BigDecimal countedAmount, String auditReportNumber, String handedOver, Giver otherGiver,
    String otherRecipient, String otherSupervisor, String otherWitnesses, BigDecimal otherBookedAmount, BigDecimal otherCountedAmount,
    String otherAuditReportNumber, String otherHandedOver) {
}
