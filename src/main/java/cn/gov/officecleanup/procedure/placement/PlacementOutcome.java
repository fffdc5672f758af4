package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What may become of a person whose office is abolished (C6). */
public enum PlacementOutcome implements Labelled {

  RETURN("回原派出单位"),
  TRANSFER("编制内调动"),
  REAPPOINT("重新聘用"),
  RETIRE("退休"),
  CONTRACT_ENDED("解除劳动合同");

  private final String label;

  PlacementOutcome(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
