/**
 * The case: its number, who may read it, what is known, found and said in it, and its marks on every task.
 *
 * <p>
 * <b>Personal data</b> is in the tables {@code staff_member} and {@code placement} only, never in variables or titles; forms and documents
 * of a placement are shown to the government's officials, leader and confirming departments alone ({@code CaseReading}).
 *
 * <p>
 * <b>Confided cases</b> ({@code readBy} names {@code confided}) nobody knows of who is not named in them, until a step opens them
 * ({@code ConfidedCases}).
 *
 * <p>
 * <b>Checks</b>: One small delegate each ({@code Check}); findings send the case to 补正.
 */
package cn.gov.officecleanup.mechanism.casefile;
