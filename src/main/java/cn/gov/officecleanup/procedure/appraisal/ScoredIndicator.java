package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;

/**
 * An indicator in a case, as it was when that began.
 *
 * @param selfPoints what the office gives itself; null before
 * @param accomplished what it did, in its own words
 * @param points what its government gives it; null before
 * @param reason why
 */
record ScoredIndicator(String indicator, String name, int weight, boolean development, BigDecimal selfPoints, String accomplished,
    BigDecimal points, String reason) {

  /** @return the same with other points */
  ScoredIndicator withPoints(BigDecimal others) {
    return new ScoredIndicator(indicator, name, weight, development, selfPoints, accomplished, others, reason);
  }
}
