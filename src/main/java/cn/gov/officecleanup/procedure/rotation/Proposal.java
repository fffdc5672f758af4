package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What is proposed when a term of office is nearly over (C13). */
enum Proposal implements Labelled {

  ROTATE("轮换，提出继任人选"),
  /** the successor is the giver of another post, and its successor the giver of this one */
  EXCHANGE("与另一机构的人员互换"),
  EXTEND("延期一次");

  private final String label;

  Proposal(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
