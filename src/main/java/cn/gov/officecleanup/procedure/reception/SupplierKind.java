package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What a place or firm is at which something is bought for guests; some may not be chosen. */
enum SupplierKind implements Labelled {

  CANTEEN("机关食堂", null),
  HOTEL("定点饭店", null),
  FIRM("其他单位", null),
  EXPENSIVE("私人会所、高消费餐饮场所", "不得使用私人会所、高消费餐饮场所"),
  OWN("办事机构所属实体", "不得在办事机构所属实体安排接待"),
  OF_STAFF("工作人员或者其亲属的企业", "不得在工作人员或者其亲属的企业安排接待");

  private final String label;
  private final String barred;

  SupplierKind(String label, String barred) {
    this.label = label;
    this.barred = barred;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return why it may not be chosen; null where it may */
  String barred() {
    return barred;
  }
}
