/**
 * What the engine and the JDK lack for all the rest: one clock, deployment, retrying on conflict, numbers, failures told in Chinese.
 *
 * <p>
 * <b>Numbers</b> of cases and offices may have gaps: they are drawn at once and keep nobody waiting ({@code RunningNumbers}). Document
 * numbers have none, and belong to the transaction that issues the document ({@code document.DocumentNumbers}).
 *
 * <p>
 * <b>Working side by side</b>: Siblings share no rows of the engine until they end, and end by a job of their own ({@code asyncBefore} on
 * the last event); what an official asked for and what met another's change is done anew by the application ({@code
 * RetryingOnConflict}). {@code ParallelOfficialsIT}: 16 clients, one office, 200 assets.
 *
 * <p>
 * <b>Failures</b>: What the engine or the application fails at by no fault of the official's is told in Chinese with a number; the log has
 * all of it under that number ({@code Failure}).
 *
 * <p>
 * <b>New versions</b>: A changed model or form is deployed at start with all others, and every case that runs is moved to it ({@code
 * InstanceMigration}), so that what no model names any more may go. {@code ReleasedDatabaseIT} starts on a database of the released version
 * and finishes all that runs in it.
 */
package cn.gov.officecleanup.mechanism.platform;
