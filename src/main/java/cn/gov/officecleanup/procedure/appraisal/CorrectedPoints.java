package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;

/**
 * An indicator in a correction.
 *
 * @param formerPoints what held before
 * @param points what holds by the correction; null where it is what held before
 * @param reason why they are others; null where they are not
 * @param source on what the reason rests; same
 */
record CorrectedPoints(int ordinal, String indicator, String name, int weight, boolean development, BigDecimal formerPoints,
    BigDecimal points, String reason, String source) {

  /** @return what is looked at */
  Indicator asked() {
    return new Indicator(indicator, name, weight, development);
  }

  /** @return what holds after the correction */
  BigDecimal standing() {
    return points == null ? formerPoints : points;
  }
}
