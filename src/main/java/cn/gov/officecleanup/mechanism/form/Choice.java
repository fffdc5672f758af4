package cn.gov.officecleanup.mechanism.form;

/**
 * One thing to choose in a form.
 *
 * @param value what is submitted
 * @param label Chinese text the official reads
 */
public record Choice(String value, String label) {
}
