package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** The lawful ways in which an asset leaves an office that is abolished (A1: 地方行政单位国有资产处置管理暂行办法, 财行〔2014〕228号). */
public enum DisposalMethod implements Labelled {

  TRANSFER("无偿划转", false),
  SALE("出售", true),
  EXCHANGE("置换", true),
  SCRAP("报废", true),
  WRITE_OFF("报损", false),
  DONATION("对外捐赠", false),
  /** money goes where it belongs */
  REMITTANCE("上缴国库", true);

  private final String label;
  private final boolean proceeds;

  DisposalMethod(String label, boolean proceeds) {
    this.label = label;
    this.proceeds = proceeds;
  }

  @Override
  public String label() {
    return label;
  }

  /** @return whether it has to be fixed what comes into the treasury for the asset, be it nothing, before it can end (A6) */
  public boolean yieldsProceeds() {
    return proceeds;
  }
}
