package cn.gov.officecleanup.mechanism.document;

/**
 * The Word templates that official documents are made from; the application brings one of each, an official can put another in its place.
 */
public enum OfficialTemplate {

  RETENTION_REPLY("同意保留的批复"),
  RETENTION_REFUSAL("不同意保留的批复"),
  ESTABLISHMENT_REPLY("同意设立的批复"),
  ESTABLISHMENT_REFUSAL("不同意设立的批复"),
  CHANGE_REPLY("同意变更保留事项的批复"),
  CHANGE_REFUSAL("不同意变更保留事项的批复"),
  DISPOSAL_REPLY("资产处置批复"),
  CLOSURE_REPORT("撤销办结报告"),
  CLEANUP_SUMMARY("全省清理规范工作情况的报告");

  private final String label;

  OfficialTemplate(String label) {
    this.label = label;
  }

  /** @return Chinese name of the documents made from it */
  public String label() {
    return label;
  }

  /** @return where the one that the application brings lies on the class path */
  String location() {
    return "documents/" + name().toLowerCase().replace('_', '-') + ".docx";
  }
}
