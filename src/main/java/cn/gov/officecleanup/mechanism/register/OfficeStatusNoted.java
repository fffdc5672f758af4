package cn.gov.officecleanup.mechanism.register;

/**
 * Told, in the same transaction, when something is noted in the history of an office: its entry, another status, another name.
 *
 * @param status the office's status now
 */
public record OfficeStatusNoted(long officeId, OfficeStatus status) {
}
