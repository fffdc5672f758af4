package cn.gov.officecleanup.procedure.application;

/** Documents an applicant attaches, what the bureau files with them, and the reply that comes back. */
public enum DocumentKind {

  REQUEST("请示"),
  MINUTES("常务会议纪要"),
  MANAGEMENT_RULES("管理制度"),
  PARTING_PROOF("脱钩证明或者承诺书"),
  OTHER("其他材料"),
  SITE_CHECK("实地核查记录"),
  BUREAU_OPINION("审核意见"),
  REPLY("批复");

  private final String label;

  DocumentKind(String label) {
    this.label = label;
  }

  /** @return what officials call it */
  public String label() {
    return label;
  }
}
