package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Why an office is inspected (C14). */
enum Occasion implements Labelled {
  ORDERED("临时交办"),
  CLUE("问题线索"),
  RISK("年度计划按风险抽取"),
  CHANCE("年度计划随机抽取");

  private final String label;

  Occasion(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
