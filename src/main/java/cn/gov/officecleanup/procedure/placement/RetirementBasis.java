package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** On what a person retires before the statutory age, or goes on after it. */
enum RetirementBasis implements Labelled {

  EARLY_CIVIL_SERVICE("公务员自愿提前退休", true),
  EARLY_FLEXIBLE("弹性提前退休", true),
  EARLY_OTHER("国家规定的其他提前退休情形", true),
  DEFERRED_FLEXIBLE("弹性延迟退休", false),
  DEFERRED_OTHER("国家规定的其他延迟退休情形", false);

  private final String label;
  private final boolean early;

  RetirementBasis(String label, boolean early) {
    this.label = label;
    this.early = early;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether retirement is brought forward; else it is deferred */
  boolean early() {
    return early;
  }
}
