package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Ranks, titles and posts by which the age of retirement of women differs. */
public enum PostLevel implements Labelled {

  COUNTY_HEAD("县处级以上"),
  SENIOR_TITLE("高级专业技术职称"),
  MANAGERIAL("管理或者专业技术岗位");

  private final String label;

  PostLevel(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
