package cn.gov.officecleanup.mechanism.document;

/**
 * The Word templates that official documents are made from; the application brings one of each, an official can put another in its place.
 */
public enum OfficialTemplate {

  BUREAU_OPINION("审核意见（请示）", OfficialKind.REQUEST),
  RETENTION_REPLY("同意保留的批复", OfficialKind.REPLY),
  RETENTION_REFUSAL("不同意保留的批复", OfficialKind.REPLY),
  ESTABLISHMENT_REPLY("同意设立的批复", OfficialKind.REPLY),
  ESTABLISHMENT_REFUSAL("不同意设立的批复", OfficialKind.REPLY),
  CHANGE_REPLY("同意变更保留事项的批复", OfficialKind.REPLY),
  CHANGE_REFUSAL("不同意变更保留事项的批复", OfficialKind.REPLY),
  DISPOSAL_REPLY("同意处置资产的函", OfficialKind.LETTER),
  CLOSURE_REPORT("撤销办结情况的函", OfficialKind.LETTER),
  ABOLITION_NOTICE("撤销办事机构的通知", OfficialKind.NOTICE),
  APPRAISAL_NOTICE("年度考核结果的通知", OfficialKind.NOTICE),
  APPRAISAL_LETTER("报送年度考核结果的函", OfficialKind.LETTER),
  DECOUPLING_REQUEST("脱钩方案的请示", OfficialKind.REQUEST),
  DECOUPLING_REPLY("脱钩方案的批复", OfficialKind.REPLY),
  DECOUPLING_REPORT("脱钩完成情况的报告", OfficialKind.REPORT),
  DECOUPLING_LETTER("请予核验脱钩情况的函", OfficialKind.LETTER),
  LOCALITY_SUMMARY("清理规范工作总结", OfficialKind.LETTER),
  CLEANUP_REQUEST("全省清理规范工作情况的请示", OfficialKind.REQUEST),
  CLEANUP_SUMMARY("全省清理规范工作情况的报告", OfficialKind.REPORT),
  INSPECTION_PLAN("年度巡查计划", OfficialKind.NOTICE),
  INSPECTION_NOTICE("巡查通知", OfficialKind.NOTICE),
  INSPECTION_STATEMENT("巡查事实确认书", OfficialKind.FORM),
  INSPECTION_FEEDBACK("巡查反馈意见的函", OfficialKind.LETTER),
  COMPLAINT_ACCEPTANCE("信访事项受理告知书", OfficialKind.LETTER),
  COMPLAINT_REFUSAL("信访事项不予受理告知书", OfficialKind.LETTER),
  COMPLAINT_REPLY("信访事项处理意见书", OfficialKind.LETTER),
  RECEPTION_APPROVAL("公务接待审批单", OfficialKind.FORM),
  RECEPTION_LIST("公务接待清单", OfficialKind.FORM),
  RECEPTION_REIMBURSEMENT("公务接待报销单", OfficialKind.FORM);

  private final String label;
  private final OfficialKind kind;

  OfficialTemplate(String label, OfficialKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** @return Chinese name of the documents made from it */
  public String label() {
    return label;
  }

  /** @return what the documents made from it are */
  OfficialKind kind() {
    return kind;
  }

  /** @return where the one that the application brings lies on the class path */
  String location() {
    return "documents/" + name().toLowerCase().replace('_', '-') + ".docx";
  }
}
