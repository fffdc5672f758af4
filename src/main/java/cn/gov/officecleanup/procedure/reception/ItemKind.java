package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What an office pays for in a reception; guests pay their own lodging and the meals they have by themselves. */
enum ItemKind implements Labelled {

  WORK_MEAL("工作餐"),
  VEHICLE("用车"),
  VENUE("场地"),
  OTHER("其他");

  private final String label;

  ItemKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
