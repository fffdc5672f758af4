package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a year of an office is worth, the best first; thresholds 本产品规定 [P]. */
public enum Grade implements Labelled {

  EXCELLENT("优秀", "90.00"),
  GOOD("良好", "80.00"),
  QUALIFIED("合格", "60.00"),
  UNQUALIFIED("不合格", "0.00");

  private final String label;
  private final BigDecimal from;

  Grade(String label, String from) {
    this.label = label;
    this.from = new BigDecimal(from);
  }

  @Override
  public String label() {
    return label;
  }

  /** @param score 0.00 to 100.00 */
  static Grade of(BigDecimal score) {
    return Stream.of(values()).filter(grade -> score.compareTo(grade.from) >= 0).findFirst().orElseThrow();
  }

  /** @return the worse of the two */
  Grade atMost(Grade highest) {
    return compareTo(highest) >= 0 ? this : highest;
  }
}
