/**
 * The report of a locality or department (C20): its figures, counted and never typed (C21), its checks, its versions and how the province
 * decides on them.
 *
 * <p>
 * <b>Figures</b>: are never typed: {@code FigureCounts} counts them from the history of the register and the cases as they stood at any
 * moment, so that last month's stand beside today's. A table with {@code data-rows="fixed"} shows what the server names ({@code
 * data-show}) and takes only what is to be filled in.
 *
 * <p>
 * <b>Messages</b>: Locality, bureau, provincial government and national bureau are pools; each message begins or moves a process instance
 * of the same case ({@code ReportMessages}). What is sent is kept as a version of its own, so that reports come in any order, late, or
 * corrected.
 */
package cn.gov.officecleanup.procedure.report;
