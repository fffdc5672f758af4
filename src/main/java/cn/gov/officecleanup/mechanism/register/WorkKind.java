package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Kind of work an office does: general, paired assistance (C11) or special work with an end (C4).
 */
public enum WorkKind implements Labelled {

  GENERAL("一般"),
  PAIRED_ASSISTANCE("对口援助"),
  SPECIAL_WORK("专项工作");

  private final String label;

  WorkKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
