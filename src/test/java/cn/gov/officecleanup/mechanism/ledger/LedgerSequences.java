package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.AddSurplus;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.CorrectValue;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.Dispose;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.Receive;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.ReportMissing;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.Share;
import cn.gov.officecleanup.mechanism.ledger.LedgerOperation.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Random sequences of what is lawfully and unlawfully tried on a ledger. */
public final class LedgerSequences {

  /** which receipt is meant by each way to write one */
  static final Map<String, String> RECEIPTS = Map.of("票1", "票1", " 票１ ", "票1", "票2", "票2", "a3", "A3", "Ａ3", "A3", "票4", "票4", "票5", "票5",
      "票6", "票6", "\u3000", "");

  private static final BigInteger MOST_FEN = new BigInteger("999999999999999999");
  private static final int MOST_ASSETS = 3;
  private static final int MOST_TOGETHER = 5;

  private LedgerSequences() {
  }

  /**
   * What is done in one transaction.
   *
   * @param rolledBack whether the transaction is given up after the last of them
   */
  public record Together(List<LedgerOperation> operations, boolean rolledBack) {

    /** @return whether it needs no transaction around it */
    boolean single() {
      return operations.size() == 1 && !rolledBack;
    }
  }

  /** @return book values of up to three assets */
  public static Arbitrary<List<BigDecimal>> bookValues() {
    return lawfulAmounts().list().ofMinSize(1).ofMaxSize(MOST_ASSETS);
  }

  /** @return what is done one after the other */
  public static Arbitrary<List<Together>> sequences(int mostOperations) {
    Arbitrary<Together> alone = operations().map(operation -> new Together(List.of(operation), false));
    Arbitrary<Together> several = Combinators
        .combine(operations().list().ofMinSize(1).ofMaxSize(MOST_TOGETHER), Arbitraries.of(true, false))
        .as(Together::new);
    return Arbitraries.frequencyOf(Tuple.of(4, alone), Tuple.of(1, several))
        .list()
        .ofMinSize(1)
        .ofMaxSize(mostOperations)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<LedgerOperation> operations() {
    Arbitrary<Integer> asset = Arbitraries.integers().between(0, MOST_ASSETS);
    Arbitrary<LedgerOperation> steps = Combinators
        .combine(asset, Arbitraries.of(LedgerStep.PROPOSED, LedgerStep.APPRAISED, LedgerStep.APPROVED, LedgerStep.REFUSED), amounts())
        .as(Step::new);
    Arbitrary<LedgerOperation> prices = Combinators.combine(asset, Arbitraries.just(LedgerStep.PRICED), amounts()).as(Step::new);
    Arbitrary<Share> shares = Arbitraries.frequency(Tuple.of(4, Share.ALL), Tuple.of(3, Share.HALF), Tuple.of(1, Share.A_FEN),
        Tuple.of(1, Share.A_FEN_TOO_MUCH), Tuple.of(1, Share.SOMETHING_ELSE));
    Arbitrary<LedgerOperation> receipts = Combinators.combine(asset, shares, amounts(), Arbitraries.of(RECEIPTS.keySet())).as(Receive::new);
    Arbitrary<LedgerOperation> outcomes = Combinators.combine(asset, Arbitraries.of(DisposalMethod.class)).as(Dispose::new);
    Arbitrary<LedgerOperation> corrections = Combinators.combine(asset, amounts()).as(CorrectValue::new);
    Arbitrary<LedgerOperation> missing = asset.map(ReportMissing::new);
    Arbitrary<LedgerOperation> surpluses = Combinators.combine(Arbitraries.of("A-01", "X-01", "X-02"), wholeFen()).as(AddSurplus::new);
    return Arbitraries.frequencyOf(Tuple.of(2, steps), Tuple.of(5, prices), Tuple.of(8, receipts), Tuple.of(5, outcomes),
        Tuple.of(2, corrections), Tuple.of(1, missing), Tuple.of(1, surpluses));
  }

  /** Mostly lawful; some below nothing, beyond what a ledger holds, or with parts of a fen. */
  private static Arbitrary<BigDecimal> amounts() {
    Arbitrary<BigDecimal> partsOfAFen = Arbitraries.bigIntegers().between(BigInteger.ONE, MOST_FEN).map(parts -> new BigDecimal(parts, 3));
    return Arbitraries.frequencyOf(Tuple.of(8, lawfulAmounts()), Tuple.of(1, wholeFen()), Tuple.of(1, partsOfAFen));
  }

  private static Arbitrary<BigDecimal> lawfulAmounts() {
    return fen(BigInteger.ZERO, MOST_FEN);
  }

  private static Arbitrary<BigDecimal> wholeFen() {
    return Arbitraries.oneOf(fen(BigInteger.ZERO, MOST_FEN), fen(BigInteger.TEN.negate(), BigInteger.TEN),
        fen(MOST_FEN.subtract(BigInteger.TEN), MOST_FEN.add(BigInteger.TEN)));
  }

  /** The limits themselves now and then. */
  private static Arbitrary<BigDecimal> fen(BigInteger least, BigInteger most) {
    Arbitrary<BigInteger> between = Arbitraries.bigIntegers().between(least, most);
    return Arbitraries.frequencyOf(Tuple.of(9, between), Tuple.of(1, Arbitraries.of(least, most))).map(fen -> new BigDecimal(fen, 2));
  }
}
