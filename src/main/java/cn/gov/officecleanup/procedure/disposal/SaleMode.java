package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** How an asset is sold (A4). */
enum SaleMode implements Labelled {

  AUCTION("拍卖", true),
  TENDER("招标", true),
  LISTING("产权交易机构挂牌", true),
  /** without public competition, by special approval only */
  AGREEMENT("协议转让", false);

  private final String label;
  private final boolean open;

  SaleMode(String label, boolean open) {
    this.label = label;
    this.open = open;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether anyone may bid */
  public boolean open() {
    return open;
  }
}
