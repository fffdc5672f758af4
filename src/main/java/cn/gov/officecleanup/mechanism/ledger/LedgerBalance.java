package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a case's ledger balances (C7). Frozen and disposed are summed over the ledger, open over the assets that have no outcome, so that
 * the equation can fail. Amounts in yuan, two decimals.
 *
 * @param frozenAssets number of assets frozen
 * @param disposedAssets number of assets with an outcome
 * @param openAssets number of assets without
 * @param frozen book value frozen, with what the inventory added and corrected
 * @param disposed book value of what has an outcome
 * @param open book value of what has none
 * @param debts what the office owed: counted apart, since a debt is no asset
 * @param due what has to come into the treasury: prices, residual values, money
 * @param received what came in, each by a treasury receipt
 */
public record LedgerBalance(int frozenAssets, int disposedAssets, int openAssets, BigDecimal frozen, BigDecimal disposed, BigDecimal open,
    Debts debts, BigDecimal due, BigDecimal received) {

  private static final String CLAUSE = "C7";

  /**
   * The side of what is owed; it balances by itself.
   *
   * @param number debts recorded
   * @param ended debts paid, taken over or written off
   * @param open debts without outcome
   * @param owed their sum as confirmed
   * @param settled sum of those that have ended
   * @param unsettled sum of those that have not
   */
  public record Debts(int number, int ended, int open, BigDecimal owed, BigDecimal settled, BigDecimal unsettled) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    /** of an office that owes nothing */
    public static final Debts NONE = new Debts(0, 0, 0, NOTHING, NOTHING, NOTHING);

    boolean balanced() {
      return number == ended + open && owed.compareTo(settled.add(unsettled)) == 0;
    }
  }

  /** @return what has still to come in; negative where more came in than was due, which the ledger does not take */
  public BigDecimal outstanding() {
    return due.subtract(received);
  }

  /** @return whether frozen = disposed + open, in number and amount, for what is owned and for what is owed; holds at every moment */
  public boolean balanced() {
    return frozenAssets == disposedAssets + openAssets && frozen.compareTo(disposed.add(open)) == 0 && debts.balanced()
        && outstanding().signum() >= 0;
  }

  /** @return whether it balances, nothing is open and nothing outstanding: the office may be closed */
  public boolean settled() {
    return findings().isEmpty();
  }

  /** @return what keeps the office from being closed, each with its clause; empty where it is settled */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!balanced()) {
      findings.add(new Finding("LEDGER_DIFFERS",
          "资产台账不平：冻结%d项%s，已处置%d项%s，未处置%d项%s，债务%d项%s、已了结%s、未了结%s，应缴%s，已缴%s，请审计部门核查台账后再办结。".formatted(frozenAssets, InWords.yuan(frozen),
              disposedAssets, InWords.yuan(disposed), openAssets, InWords.yuan(open), debts.number, InWords.yuan(debts.owed),
              InWords.yuan(debts.settled), InWords.yuan(debts.unsettled), InWords.yuan(due), InWords.yuan(received)),
          CLAUSE));
    }
    if (openAssets > 0) {
      findings.add(new Finding("ASSETS_OPEN", "还有%d项资产（账面%s）没有处置结果，请处置完毕后再办结。".formatted(openAssets, InWords.yuan(open)), CLAUSE));
    }
    if (debts.open > 0) {
      findings
          .add(new Finding("DEBTS_OPEN", "还有%d项债务（%s）没有了结，请清偿、移交或者核销后再办结。".formatted(debts.open, InWords.yuan(debts.unsettled)), CLAUSE));
    }
    if (outstanding().signum() > 0) {
      findings.add(new Finding("PROCEEDS_OUTSTANDING", "还有%s处置收入未缴入国库，请凭财政票据登记缴库后再办结。".formatted(InWords.yuan(outstanding())), CLAUSE));
    }
    return findings;
  }
}
