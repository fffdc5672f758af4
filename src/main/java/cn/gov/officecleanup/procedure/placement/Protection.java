package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Why a person's employment does not end without a decision of its own. */
public enum Protection implements Labelled {

  INJURED("因工负伤或者患职业病"),
  MATERNITY("孕期、产期、哺乳期"),
  ILL("医疗期内");

  private final String label;

  Protection(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
