package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Who sends an office: the government itself or one of its functional departments (C2).
 */
public enum SenderKind implements Labelled {

  GOVERNMENT("政府"),
  DEPARTMENT("职能部门");

  private final String label;

  SenderKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
