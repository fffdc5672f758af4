package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What becomes of an entity from which an office parts (C17). */
public enum PartingWay implements Labelled {

  DISSOLVE("注销"),
  TRANSFER_TO_REGULATOR("划转国资监管机构"),
  SALE("公开转让"),
  /** the office owned the house alone, and the entity is another's */
  LEASE_ENDED("收回房屋");

  private final String label;

  PartingWay(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
