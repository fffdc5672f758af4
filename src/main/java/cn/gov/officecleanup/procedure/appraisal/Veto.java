package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What no score makes up for; each leaves a highest grade, and the score is shown as it is. */
public enum Veto implements Labelled {

  MISUSE("经查实侵占挪用资产，或者纪检监察机关已作出处分", Grade.UNQUALIFIED),
  NOT_PARTED("所属实体没有按期脱钩", Grade.QUALIFIED),
  RECEPTION("经查实超预算、超标准或者无公函接待", Grade.QUALIFIED),
  NOT_DISCLOSED("没有报告或者没有公开", Grade.QUALIFIED),
  OTHER_NAME("以其他名义保留已撤销的机构", Grade.UNQUALIFIED);

  private final String label;
  private final Grade highest;

  Veto(String label, Grade highest) {
    this.label = label;
    this.highest = highest;
  }

  @Override
  public String label() {
    return label;
  }

  Grade highest() {
    return highest;
  }
}
