package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What may be changed of an office that is kept. */
public enum ChangeKind implements Labelled {

  NAME("名称变更"),
  /** within its city; an office in another one is a new office (C5) */
  PLACE("迁址"),
  /** of special work (C4) */
  PROLONGATION("专项工作延期"),
  /** it is kept no longer, and abolished (C6) */
  REVOCATION("撤销保留");

  private final String label;

  ChangeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
