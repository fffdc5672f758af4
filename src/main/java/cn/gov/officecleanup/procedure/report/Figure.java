package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.math.BigDecimal;

/** A figure of the reports (C21): counted from the register, its history and the cases. */
public enum Figure implements Labelled {

  BEFORE("清理前机构", "个"),
  RETAINED("保留", "个"),
  MERGED("整合", "个"),
  ABOLISHED("已撤销", "个"),
  TO_BE_ABOLISHED("应予撤销尚未办结", "个"),
  PENDING("尚未确定", "个"),
  ESTABLISHED("新设", "个"),
  STANDING("现有机构", "个"),
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

  Figure(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return what is counted: 个, 件, 项, 人 or 元 */
  public String unit() {
    return unit;
  }

  /** @return an amount of it as officials write it, e.g. 12个 or 4,040,000.00元 */
  String text(BigDecimal amount) {
    return (money() ? "%,.2f".formatted(amount) : amount.toBigInteger().toString()) + unit;
  }

  /** @return whether it is an amount of money, in yuan with two decimals */
  public boolean money() {
    return unit.equals("元");
  }
}
