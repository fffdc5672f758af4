package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** How a reception is paid: never in cash. */
enum PaymentMethod implements Labelled {

  TRANSFER("银行转账"),
  OFFICIAL_CARD("公务卡");

  private final String label;

  PaymentMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
