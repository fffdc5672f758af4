package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** What an entry of the ledger says. In brackets what its amount is. */
public enum LedgerStep implements Labelled {

  /** the asset was in the register when the office's assets were frozen (book value) */
  FROZEN("冻结"),
  /** the inventory found what the register did not have (book value) */
  SURPLUS("盘盈补记"),
  /** the inventory did not find it; it stays open until its loss is written off (nothing) */
  MISSING("盘亏"),
  /** taken stock of again, it was there after all (nothing) */
  FOUND("查明在库"),
  /** the inventory corrected the book value (the difference, negative where it became less) */
  VALUE_CORRECTED("账面值更正"),
  /** a way of disposal was proposed (nothing) */
  PROPOSED("提出处置方案"),
  /** the asset was appraised (appraised value) */
  APPRAISED("资产评估"),
  /** the disposal was approved (nothing) */
  APPROVED("批准处置"),
  /** the disposal was not approved (nothing) */
  REFUSED("不予批准"),
  /** what is to come into the treasury for it (price, residual value or the money itself) */
  PRICED("确定应缴收入"),
  /** it came into the treasury (amount of the receipt) */
  RECEIVED("收入缴库"),
  /** the one outcome of the asset (book value) */
  DISPOSED("处置完毕"),
  /** what the assets were frozen for was taken back before anything happened to them (nothing) */
  RELEASED("解除冻结");

  private final String label;

  LedgerStep(String label) {
    this.label = label;
  }

  /** @return whether an asset comes into the ledger by it */
  boolean freezes() {
    return this == FROZEN || this == SURPLUS;
  }

  @Override
  public String label() {
    return label;
  }
}
