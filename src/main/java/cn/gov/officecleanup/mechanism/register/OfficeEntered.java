package cn.gov.officecleanup.mechanism.register;

/**
 * Told, in the same transaction, when an office is entered in the register, or stated to be another government's.
 *
 * @param governmentCode GB/T 2260 code of the government that sends it
 */
public record OfficeEntered(String governmentCode) {
}
