package cn.gov.officecleanup.procedure.report;

import java.math.BigDecimal;

/**
 * A figure of a report.
 *
 * @param amount as counted
 * @param monthBefore as it was a month before
 * @param words the unit's comment; null where there is none
 */
record CountedFigure(Figure figure, BigDecimal amount, BigDecimal monthBefore, String words) {
}
