package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * Level of a government; a province-administered county (省直管县、市) is of county level (C1).
 */
public enum GovernmentLevel implements Labelled {

  PROVINCE("省级"),
  CITY("市级"),
  COUNTY("县级");

  private final String label;

  GovernmentLevel(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
