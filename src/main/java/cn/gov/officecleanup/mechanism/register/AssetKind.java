package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Kind of asset an office holds (C6).
 */
public enum AssetKind implements Labelled {

  LAND("土地"),
  HOUSE("房屋"),
  VEHICLE("车辆"),
  EQUIPMENT("设备"),
  CASH("货币资金"),
  OTHER("其他");

  private final String label;

  AssetKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
