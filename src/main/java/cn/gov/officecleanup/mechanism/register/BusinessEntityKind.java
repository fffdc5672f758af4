package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Kind of business entity (经营性实体) an office has to part from (C17).
 */
public enum BusinessEntityKind implements Labelled {

  HOTEL("宾馆"),
  GUEST_HOUSE("招待所"),
  OTHER("其他");

  private final String label;

  BusinessEntityKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
