package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Whether a successor is related to somebody in the office whom the Civil Service Law keeps apart from them (任职回避). */
enum Kinship implements Labelled {

  NONE("没有"),
  IN_LINE("有");

  private final String label;

  Kinship(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
