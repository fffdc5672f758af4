package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** In what capacity a person works for an office (C6, C13). */
public enum StaffStatus implements Labelled {

  CIVIL_SERVANT("公务员"),
  PUBLIC_INSTITUTION("事业单位人员"),
  WORKER("工勤人员"),
  LOCALLY_HIRED("当地聘用人员");

  private final String label;

  StaffStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
