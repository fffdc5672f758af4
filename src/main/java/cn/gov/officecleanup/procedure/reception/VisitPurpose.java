package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What guests may be received for: official matters alone (国内公务); leave, visits to relatives and tourism are none of these. */
enum VisitPurpose implements Labelled {

  MEETING("出席会议"),
  STUDY("考察调研"),
  MISSION("执行任务"),
  EXCHANGE("学习交流"),
  INSPECTION("检查指导"),
  REPORT("请示汇报工作");

  private final String label;

  VisitPurpose(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
