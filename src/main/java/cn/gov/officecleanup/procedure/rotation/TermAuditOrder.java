package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Whether the term of a head who leaves is audited (任期经济责任审计, C13). */
enum TermAuditOrder implements Labelled {

  ORDERED("委托审计部门审计"),
  NOT_ORDERED("不委托");

  private final String label;

  TermAuditOrder(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
