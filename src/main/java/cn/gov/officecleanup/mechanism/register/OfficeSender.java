package cn.gov.officecleanup.mechanism.register;

/**
 * Who sends an office, as the register had it at a moment.
 *
 * @param governmentCode GB/T 2260 code
 * @param departmentName null where it is the government itself
 */
public record OfficeSender(long officeId, String governmentCode, String departmentName) {
}
