package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What became of the yearly leave that a person had not taken. */
enum LeaveSettlement implements Labelled {

  NONE("没有未休年休假"),
  TAKEN("已安排休完"),
  PAID("已支付未休年休假工资报酬");

  private final String label;

  LeaveSettlement(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
