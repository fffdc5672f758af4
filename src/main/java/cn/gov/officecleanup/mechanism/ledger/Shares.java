package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreads an amount over several things in proportion, exact to the fen, by the largest remainder (最大余数法): each gets its part without what
 * is less than a fen, and the fen that are left go to those that lost most by that, the earlier first.
 */
public final class Shares {

  private Shares() {
  }

  /**
   * @param total yuan, 0 or more, no parts of a fen
   * @param weights what it is spread by, one for each thing, yuan, 0 or more, no parts of a fen; not all 0 where there is something to
   * spread
   * @return what each gets, yuan, two decimals, in their order; together the total, none more than its weight where the total is no more
   * than all weights together
   */
  public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights) {
    BigInteger toSpread = fen(total);
    List<BigInteger> parts = weights.stream().map(Shares::fen).toList();
    BigInteger whole = parts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (toSpread.signum() == 0) {
      return parts.stream().map(part -> yuan(BigInteger.ZERO)).toList();
    }
    if (toSpread.signum() < 0 || whole.signum() == 0 || parts.stream().anyMatch(part -> part.signum() < 0)) {
      throw new IllegalArgumentException("cannot spread %s by %s".formatted(total, weights));
    }
    List<BigInteger[]> exact = parts.stream().map(part -> part.multiply(toSpread).divideAndRemainder(whole)).toList();
    List<BigInteger> shares = new ArrayList<>(exact.stream().map(quotient -> quotient[0]).toList());
    int left = toSpread.subtract(shares.stream().reduce(BigInteger.ZERO, BigInteger::add)).intValueExact();
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparing((Integer position) -> exact.get(position)[1]).reversed())
        .limit(left)
        .forEach(position -> shares.set(position, shares.get(position).add(BigInteger.ONE)));
    return shares.stream().map(Shares::yuan).toList();
  }

  private static BigInteger fen(BigDecimal yuan) {
    return yuan.movePointRight(2).toBigIntegerExact();
  }

  private static BigDecimal yuan(BigInteger fen) {
    return new BigDecimal(fen, 2);
  }
}
