package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an office's receptions of a year come to, on a cash basis (预算法 art. 58): an expense belongs to the year in which it was paid. All
 * amounts in yuan with two decimals.
 *
 * @param budget of the year, as first entered; null where none was
 * @param adjustments of it, summed, of either sign
 * @param paid in the year, less what came back in it of payments of the same year
 * @param paidForEarlierEvents part of {@code paid} that is for receptions of earlier years
 * @param refundedOfEarlierPayments what came back in the year of payments of earlier years; no part of {@code paid}
 * @param unpaid on signed lists at the end of the year; no part of {@code paid}
 * @param receptions signed lists with a payment in the year, or of the year and without cost (批次)
 * @param guests of these (人次)
 * @param venues what was paid in the year by place, the greatest first
 * @param items what was paid in the year by kind of item, the greatest first
 * @param standards in force in the year, in words
 */
public record ReceptionYear(BigDecimal budget, BigDecimal adjustments, BigDecimal paid, BigDecimal paidForEarlierEvents,
    BigDecimal refundedOfEarlierPayments, BigDecimal unpaid, int receptions, int guests, List<Sum> venues, List<Sum> items,
    List<String> standards) {

  /** @param name of the venue or kind of item, as it is published */
  public record Sum(String name, BigDecimal amount) {
  }
}
