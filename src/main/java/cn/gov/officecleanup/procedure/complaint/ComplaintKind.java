package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** The kinds of complaints, which decide what law holds (C14). */
enum ComplaintKind implements Labelled {
  /** somebody broke rules: goes on whoever takes it back */
  ACCUSATION("检举控告"),
  /** asks for something for oneself */
  REQUEST("申诉求决"),
  SUGGESTION("意见建议");

  private final String label;

  ComplaintKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
