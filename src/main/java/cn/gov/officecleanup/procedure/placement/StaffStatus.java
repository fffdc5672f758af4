package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** In what capacity a person works for an office (C6, C13), or draws a pension from it. */
public enum StaffStatus implements Labelled {

  CIVIL_SERVANT("公务员"),
  CIVIL_SERVICE_MANAGED("参照公务员法管理人员"),
  PUBLIC_INSTITUTION("事业单位人员"),
  WORKER("工勤人员"),
  /** under a labour contract with the office (合同制) */
  LOCALLY_HIRED("当地聘用人员"),
  DISPATCHED("劳务派遣人员"),
  SECONDED("借调（挂职）人员"),
  RETIRED("离退休人员");

  private final String label;

  StaffStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether the Civil Service Law holds for the person */
  boolean underCivilServiceLaw() {
    return this == CIVIL_SERVANT || this == CIVIL_SERVICE_MANAGED;
  }

  /** @return whether another unit than the office or its government decides when the person retires */
  boolean belongsElsewhere() {
    return this == DISPATCHED || this == SECONDED || this == RETIRED;
  }
}
