package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Whose an asset is (A7). */
enum TitleState implements Labelled {

  CLEAR("权属清晰"),
  DISPUTED("权属有争议"),
  MORTGAGED("已抵押");

  private final String label;

  TitleState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
