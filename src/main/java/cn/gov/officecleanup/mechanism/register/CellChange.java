package cn.gov.officecleanup.mechanism.register;

/**
 * A cell that an import fills in or changes.
 *
 * @param heading of its column
 * @param before what the register says; empty if nothing
 * @param after what the file says; empty if nothing
 */
public record CellChange(String heading, String before, String after) {
}
