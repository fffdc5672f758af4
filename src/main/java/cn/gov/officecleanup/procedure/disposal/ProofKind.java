package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** Documents that prove a disposal. */
public enum ProofKind implements Labelled {

  TITLE_PROOF("权属证明"),
  RECEIVER_CONSENT("接收单位同意接收的函"),
  TECHNICAL_OPINION("技术鉴定意见"),
  LOSS_PROOF("损失证明和责任认定"),
  MORTGAGEE_CONSENT("抵押权人同意书"),
  BANK_STATEMENT("银行对账单或者债权凭证"),
  APPRAISAL_REPORT("评估报告"),
  DEAL_CONFIRMATION("成交确认书和合同"),
  HANDOVER("交接单"),
  DEREGISTRATION("过户或者注销登记证明"),
  DISMANTLER_CERTIFICATE("有资质的拆解企业出具的回收证明"),
  FEE_VOUCHER("税费凭证"),
  RECEIPT("财政票据"),
  DEBT_PROOF("债务凭证和双方确认书"),
  CREDITOR_CONSENT("债权人同意书"),
  BORROWING_PROOF("借用或者租赁凭证"),
  DEMOLITION_PROOF("征收、规划决定或者危房鉴定"),
  NOTICE("处置公告"),
  BIDDING_RECORD("竞价记录或者流拍证明"),
  PAYMENT_PROOF("付款凭证"),
  LIQUIDATION_REPORT("清算报告"),
  DEMOLITION_RECORD("拆除验收记录"),
  OTHER_PROOF("其他材料");

  private final String label;

  ProofKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
