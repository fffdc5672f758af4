package cn.gov.officecleanup.mechanism.register;

/**
 * What the plan provides for one office, and why.
 *
 * @param disposition what is to be done
 * @param clause clause or clauses that say so, e.g. {@code C1} or {@code C3、C4}
 * @param reason Chinese sentence
 */
public record DispositionResult(Disposition disposition, String clause, String reason) {
}
