package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * What the implementation plan provides for an office; the outcome of the decision {@code office-disposition}.
 */
public enum Disposition implements Labelled {

  /** C1, C2, C4 */
  ABOLISH("撤销"),
  /** C3: only with the provincial government's approval */
  MAY_APPLY_FOR_RETENTION("可申请保留"),
  /** C8, C9: merged by a lead department */
  INTEGRATE("整合"),
  /** C10: the county's staff may work in the city's office, and the county's is not kept then; its government decides */
  CO_LOCATE("可并入市级机构办公"),
  /** C4 */
  RETAIN_UNTIL_SPECIAL_WORK_ENDS("保留至专项工作结束"),
  /** C11: its government decides, with proof of the assistance */
  RETAIN_PAIRED_ASSISTANCE("对口援助可予保留"),
  /** the plan neither abolishes nor merges such an office; its government stays responsible for it (C12) */
  NO_MEASURE("无须撤并"),
  /** in a place that the plan is not about: no procedure of it applies */
  OUTSIDE_PLAN("不属于实施方案范围");

  private final String label;

  Disposition(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
