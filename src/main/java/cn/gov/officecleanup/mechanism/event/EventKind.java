package cn.gov.officecleanup.mechanism.event;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What receivers can be told. */
enum EventKind implements Labelled {
  CASE_OPENED("case.opened", "立案"),
  STEP_DONE("step.done", "环节办结"),
  DEADLINE_MISSED("deadline.missed", "逾期"),
  /** one of the daily notices, for one official */
  NOTICE("notice", "提醒消息");

  private final String type;
  private final String label;

  EventKind(String type, String label) {
    this.type = type;
    this.label = label;
  }

  /** @return what receivers know it by */
  String type() {
    return type;
  }

  @Override
  public String label() {
    return label;
  }
}
