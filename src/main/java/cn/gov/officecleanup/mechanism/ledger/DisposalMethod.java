package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/** The lawful ways in which an asset leaves an office, or a debt ends, that is abolished (A1: 地方行政单位国有资产处置管理暂行办法, 财行〔2014〕228号). */
public enum DisposalMethod implements Labelled {

  TRANSFER("无偿划转", false),
  SALE("出售", true),
  EXCHANGE("置换", true),
  SCRAP("报废", true),
  WRITE_OFF("报损、核销", false),
  DONATION("对外捐赠", false),
  /** money goes where it belongs */
  REMITTANCE("上缴国库", true),
  /** land, houses and vehicles go to the department of government offices (机关事务管理条例), which puts them to common use or disposes of them */
  TAKE_BACK("收回统一调剂、处置", false),
  DEMOLITION("拆除", true),
  /** the company or hotel whose shares are held is liquidated; the rest goes to the treasury */
  LIQUIDATION("清算注销", true),
  /** a debt is paid by the budget, not from what comes in (收支两条线) */
  SETTLEMENT("清偿债务", false),
  /** another body takes a debt over, its creditor consenting */
  ASSUMPTION("债务转由承接单位承担", false),
  /** what is borrowed or leased goes back to its owner */
  RETURN("归还产权单位", false);

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
