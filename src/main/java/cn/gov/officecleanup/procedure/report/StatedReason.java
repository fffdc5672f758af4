package cn.gov.officecleanup.procedure.report;

import java.time.LocalDate;

/**
 * Why an office has no outcome yet.
 *
 * @param expectedOn the day by which it will have one
 */
record StatedReason(long officeId, String reason, LocalDate expectedOn) {
}
