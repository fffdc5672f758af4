package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;

/**
 * What can be done to one abolition's ledger, by whatever way: straight, through a procedure, or in a model. Assets are counted from 0 in
 * the order in which they came into the ledger; a number beyond the last begins anew. Each method throws a
 * {@link cn.gov.officecleanup.mechanism.finding.RefusedException} where it is refused.
 */
interface LedgerDriver {

  /** @return number of assets, with surpluses */
  int assets();

  BigDecimal outstandingOf(int asset);

  /** @param step none of those that have a method of their own */
  void record(int asset, LedgerStep step, BigDecimal amount);

  void receive(int asset, BigDecimal amount, String receiptNumber);

  void dispose(int asset, DisposalMethod method);

  void correctValue(int asset, BigDecimal value);

  void reportMissing(int asset);

  void addSurplus(String assetNumber, BigDecimal value);
}
