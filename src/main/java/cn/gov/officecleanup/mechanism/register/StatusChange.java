package cn.gov.officecleanup.mechanism.register;

import java.time.OffsetDateTime;

/**
 * One step in the history of an office; where the status stays, what else was changed by a document.
 *
 * @param from status before; null for the entry into the register
 * @param to status after
 * @param at when
 * @param document document it rests on, if any
 * @param clause clause it rests on, if any
 * @param reason Chinese sentence, if any
 */
record StatusChange(OfficeStatus from, OfficeStatus to, OffsetDateTime at, String document, String clause, String reason) {
}
