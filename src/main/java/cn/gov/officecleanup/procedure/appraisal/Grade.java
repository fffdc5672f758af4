package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What a year of an office is worth, the best first. */
public enum Grade implements Labelled {

  EXCELLENT("优秀"),
  GOOD("良好"),
  QUALIFIED("合格"),
  UNQUALIFIED("不合格");

  private final String label;

  Grade(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return the worse of the two */
  Grade atMost(Grade highest) {
    return compareTo(highest) >= 0 ? this : highest;
  }
}
