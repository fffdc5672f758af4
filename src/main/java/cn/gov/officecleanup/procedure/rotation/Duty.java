package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What kind of post somebody has in an office (C13). */
enum Duty implements Labelled {

  HEAD("机构负责人"),
  GENERAL("一般岗位"),
  /** finance, purchasing, reception */
  SENSITIVE("财务、采购、接待岗位"),
  /** seals, secrets */
  CONFIDENTIAL("印章、涉密岗位");

  private final String label;

  Duty(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
