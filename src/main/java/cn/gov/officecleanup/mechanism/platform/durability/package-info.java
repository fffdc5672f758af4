/**
 * Keeps the embedded database from losing what was acknowledged, and its file small.
 *
 * <p>
 * What an official was told is done survives a kill (SIGKILL) of the process: each commit is in the file before it is acknowledged
 * ({@code WRITE_DELAY=0}, set by the application for every H2 file URL; a URL that asks for another value stops the start). Each such
 * commit leaves about 100 kB of soon outdated data, so the application compacts the file itself: - at the start, before anything else uses
 * it, if more than half of the file is waste; - while running, as soon as the file is larger than {@code cleanup.h2.compact-above} (64 MB)
 * and than three times the data in it. Commits wait while a step runs; none is refused.
 *
 * <p>
 * Limits. While running, compaction included: the larger of 64 MB and three times the data, plus 32 MB; a transaction that stays open
 * during heavy writing can hold waste longer. During the compaction at the start, a second file of at most the data's size lies beside it.
 * After a restart: within twice the size H2's default leaves, plus 8 MB for what the start itself commits.
 *
 * <p>
 * Small cases started by four threads on two cores shared with other work, engine history {@code full}; "lost" counts acknowledged cases
 * missing after the kills.
 *
 * <pre>
 * | setting | kills | acknowledged | lost | cases/s | longest wait, ms | kB/case¹ | largest while running | after restart |
 * |---|---|---|---|---|---|---|---|---|
 * | H2 default | 5 | 4,102 | **235** | 53 | 1,863 | 7 | 35.6 MB | 35.6 MB |
 * | `WRITE_DELAY=0` alone | 5 | 3,462 | 0 | 49 | 1,689 | 65 | 370 MB | 370 MB |
 * | this application | 5 | 10,571 | **0** | 100 | 768 | 48 | 85 MB | 23 MB |
 * | this application, `compact-above` 8 MB | 5 | 7,015 | **0** | 62 | 1,201 | 11 | 53 MB | 15 MB |
 * | *one long run each, killed once* | | | | | | | | |
 * | H2 default | 1 | 12,371 | **78** | 226 | 640 | 6 | 86 MB | 86 MB |
 * | `WRITE_DELAY=0` alone | 1 | 14,959 | 0 | 231 | 331 | 138 | 2,083 MB | 2,083 MB |
 * | this application² | 1 | 10,611 | 0 | 233 | 322 | 12 | 136 MB | 23 MB |
 * | this application, `compact-above` 32 MB² | 1 | 17,036 | 0 | 225 | 320 | 13 | 231 MB | 37 MB |
 * </pre>
 *
 * <p>
 * ¹ growth of the file before the first kill. ² measured with compaction steps half as large as now.
 *
 * <p>
 * The load differed between rows: compare lost and sizes, not speeds. {@code DurabilityIT} repeats the kill test on the whole application;
 * {@code DatabaseFileBenchmark} repeats the table.
 *
 * <p>
 * Power loss is not covered: commits are not forced to the disk, so the last seconds may be lost. While the file is over its bound, H2's
 * protection against reordered writes (45 s before space is reused) is off.
 */
package cn.gov.officecleanup.mechanism.platform.durability;
