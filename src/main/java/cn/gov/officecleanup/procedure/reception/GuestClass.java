package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Ranks of guests, to which standards differ. */
enum GuestClass implements Labelled {

  PROVINCIAL("省部级"),
  DEPARTMENT("厅局级"),
  OTHER("其他人员");

  private final String label;

  GuestClass(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
