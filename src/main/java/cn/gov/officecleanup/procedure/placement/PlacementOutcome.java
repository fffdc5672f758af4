package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What may become of a person whose office is abolished (C6). */
public enum PlacementOutcome implements Labelled {

  RETURN("回原派出单位"),
  TRANSFER("编制内调动"),
  REAPPOINT("重新聘用"),
  RETIRE("退休"),
  /** by agreement */
  CONTRACT_ENDED("协商解除劳动合同"),
  /** since the employer is dissolved, where there is no agreement */
  CONTRACT_TERMINATED("终止劳动合同"),
  /** years of service are carried over */
  NEW_EMPLOYER("由新用人单位接续劳动合同"),
  TO_DISPATCHER("退回劳务派遣单位"),
  PENSIONER_CARE("移交离退休管理单位");

  private final String label;

  PlacementOutcome(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether a labour contract ends with compensation */
  boolean endsContract() {
    return this == CONTRACT_ENDED || this == CONTRACT_TERMINATED;
  }
}
