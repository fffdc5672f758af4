package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What no score makes up for; each leaves a highest grade ({@link Grading}), and the score is shown as it is. */
public enum Veto implements Labelled {

  MISUSE("经查实侵占挪用资产，或者纪检监察机关已作出处分"),
  NOT_PARTED("所属实体没有按期脱钩"),
  RECEPTION("经查实超预算、超标准或者无公函接待"),
  NOT_DISCLOSED("没有报告或者没有公开"),
  OTHER_NAME("以其他名义保留已撤销的机构");

  private final String label;

  Veto(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
