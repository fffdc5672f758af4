package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Something that is tried on a ledger, lawful or not. */
public interface LedgerOperation {

  void on(LedgerDriver ledger);

  /** A step of a disposal. */
  record Step(int asset, LedgerStep step, BigDecimal amount) implements LedgerOperation {

    @Override
    public void on(LedgerDriver ledger) {
      ledger.record(asset, step, amount);
    }
  }

  /** How much of what is outstanding comes in. */
  enum Share {
    ALL,
    HALF,
    A_FEN,
    A_FEN_TOO_MUCH,
    SOMETHING_ELSE
  }

  /** @param other amount where it is no share of what is outstanding */
  record Receive(int asset, Share share, BigDecimal other, String receiptNumber) implements LedgerOperation {

    private static final BigDecimal FEN = new BigDecimal("0.01");

    @Override
    public void on(LedgerDriver ledger) {
      BigDecimal outstanding = ledger.outstandingOf(asset);
      ledger.receive(asset, switch (share) {
        case ALL -> outstanding;
        case HALF -> outstanding.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        case A_FEN -> FEN;
        case A_FEN_TOO_MUCH -> outstanding.add(FEN);
        case SOMETHING_ELSE -> other;
      }, receiptNumber);
    }
  }

  /** The outcome of an asset. */
  record Dispose(int asset, DisposalMethod method) implements LedgerOperation {

    @Override
    public void on(LedgerDriver ledger) {
      ledger.dispose(asset, method);
    }
  }

  /** The inventory's book value. */
  record CorrectValue(int asset, BigDecimal value) implements LedgerOperation {

    @Override
    public void on(LedgerDriver ledger) {
      ledger.correctValue(asset, value);
    }
  }

  /** What the inventory did not find. */
  record ReportMissing(int asset) implements LedgerOperation {

    @Override
    public void on(LedgerDriver ledger) {
      ledger.reportMissing(asset);
    }
  }

  /** What the inventory found beyond the register. */
  record AddSurplus(String assetNumber, BigDecimal value) implements LedgerOperation {

    @Override
    public void on(LedgerDriver ledger) {
      ledger.addSurplus(assetNumber, value);
    }
  }
}
