package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Kind of what an office holds or owes when it is taken stock of (C6; 清产核资 counts claims and debts, investments and what is borrowed).
 */
public enum AssetKind implements Labelled {

  LAND("土地"),
  HOUSE("房屋"),
  VEHICLE("车辆"),
  EQUIPMENT("设备"),
  CASH("货币资金"),
  /** shares in companies and hotels */
  EQUITY("股权"),
  CLAIM("债权"),
  INTANGIBLE("无形资产"),
  /** what the office owes; its value counts on a side of its own */
  DEBT("债务"),
  /** another's, to whom it returns; it has no book value here */
  BORROWED("借用租入资产"),
  OTHER("其他");

  private final String label;

  AssetKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether its value is owed, not owned */
  public boolean owed() {
    return this == DEBT;
  }

  /** @return whether it can have a book value: another's cannot */
  public boolean valued() {
    return this != BORROWED;
  }
}
