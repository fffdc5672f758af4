package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;

/** A figure of the reports (C21): counted from the register, its history and the cases, but for the few that only the unit can know. */
public enum Figure implements Labelled {

  BEFORE("清理前机构", "个"),
  /** decided to be kept, or kept by the plan itself */
  RETAINED("保留", "个"),
  /** the plan asks nothing of them: neither kept nor abolished */
  NO_MEASURE("无须撤并", "个"),
  MERGED("整合", "个"),
  ABOLISHED("已撤销", "个"),
  TO_BE_ABOLISHED("应予撤销尚未办结", "个"),
  PENDING("尚未确定", "个"),
  ESTABLISHED("新设", "个"),
  /** all that there are and that stay as far as is known: those to be abolished are not among them */
  STANDING("现有机构（保留、无须撤并、新设和尚未确定的）", "个"),
  /** the register knows no document that approved them (C15) */
  UNAPPROVED("无批准文件的机构", "个"),
  /** found though they were hidden or kept under another name (C15); stated by the unit, for the register cannot know */
  HIDDEN("发现隐瞒或者变相保留的机构", "个", true),
  /** stated by the unit */
  REFERRED("移送纪检监察机关", "件", true),
  /** stated by the unit */
  SANCTIONED("受处分、处理人员", "人", true),
  APPLICATIONS_OPEN("保留申请在办", "件"),
  ABOLITIONS_OPEN("撤销在办", "件"),
  ASSETS_FROZEN("冻结资产", "项"),
  VALUE_FROZEN("冻结资产账面值", "元"),
  ASSETS_DISPOSED("已处置资产", "项"),
  VALUE_DISPOSED("已处置资产账面值", "元"),
  RECEIVED("处置收入缴入国库", "元"),
  STAFF("应安置人员", "人"),
  PLACED("已安置人员", "人"),
  LATE("逾期未办结事项", "件");

  private final String label;
  private final String unit;
  private final boolean stated;

  Figure(String label, String unit) {
    this(label, unit, false);
  }

  Figure(String label, String unit, boolean stated) {
    this.label = label;
    this.unit = unit;
    this.stated = stated;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return what is counted: 个, 件, 项, 人 or 元 */
  public String unit() {
    return unit;
  }

  /** @return whether the unit states it in its report, for nothing here can count it */
  public boolean stated() {
    return stated;
  }

  /** @return an amount of it as officials write it, e.g. 12个 or 4,040,000.00元 */
  String text(BigDecimal amount) {
    return money() ? InWords.yuan(amount) : amount.toBigInteger() + unit;
  }

  /** @return whether it is an amount of money, in yuan with two decimals */
  public boolean money() {
    return unit.equals("元");
  }
}
