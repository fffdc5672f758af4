package cn.gov.officecleanup.procedure.campaign;

import java.time.LocalDate;

/**
 * A cleanup campaign (C20). Each date is the last day in time.
 *
 * @param caseNumber number of its case
 * @param applicationDeadline until when the retention of an office can be applied for
 * @param cleanupDeadline until when the cleanup is done
 * @param reportDeadline until when the reports are with the province
 */
public record Campaign(String caseNumber, String name, LocalDate applicationDeadline, LocalDate cleanupDeadline, LocalDate reportDeadline) {
}
