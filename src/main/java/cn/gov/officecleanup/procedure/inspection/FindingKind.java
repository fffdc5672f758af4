package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What a finding of an inspection is about (C14, C15). */
enum FindingKind implements Labelled {
  ASSET("资产"),
  RECEPTION("公务接待"),
  STAFF("人员"),
  FUNCTION("职能"),
  ENTITY("经营性实体"),
  DISCLOSURE("公开"),
  UNAPPROVED_OFFICE("未经批准设立机构"),
  HIDDEN_OFFICE("变相保留机构"),
  OTHER("其他");

  private final String label;

  FindingKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
