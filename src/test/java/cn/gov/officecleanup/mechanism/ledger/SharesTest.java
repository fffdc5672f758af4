package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.assertj.core.api.SoftAssertions;

/** C7: what one deal brought is spread over its assets to the fen: nothing is lost, nothing made, nobody gets a fen more than is due. */
class SharesTest {

  private static final BigDecimal FEN = new BigDecimal("0.01");

  @Property(tries = 500)
  void theSharesAreTheWholeAndEachIsItsPartToTheFen(@ForAll("amounts") BigDecimal total, @ForAll("weights") List<BigDecimal> weights) {
    BigDecimal all = sum(weights);
    Assume.that(all.signum() > 0);
    List<BigDecimal> shares = Shares.of(total, weights);
    assertThat(sum(shares)).isEqualByComparingTo(total);
    SoftAssertions.assertSoftly(softly -> {
      for (int i = 0; i < shares.size(); i++) {
        BigDecimal exact = total.multiply(weights.get(i)).divide(all, 12, RoundingMode.HALF_UP);
        softly.assertThat(shares.get(i).scale()).isEqualTo(2);
        softly.assertThat(shares.get(i).subtract(exact).abs()).as("share %d", i).isLessThan(FEN);
      }
    });
  }

  /** Fees are spread by the shares of the price, receipts by what is outstanding. */
  @Property(tries = 500)
  void whatIsSpreadByAmountsThatItDoesNotExceedExceedsNoneOfThem(@ForAll("amounts") BigDecimal total,
      @ForAll("weights") List<BigDecimal> weights) {
    BigDecimal part = total.min(sum(weights));
    List<BigDecimal> shares = Shares.of(part, weights);
    assertThat(sum(shares)).isEqualByComparingTo(part);
    for (int i = 0; i < shares.size(); i++) {
      assertThat(shares.get(i)).isBetween(BigDecimal.ZERO, weights.get(i));
    }
    assertThat(Shares.of(sum(weights), weights)).usingElementComparator(BigDecimal::compareTo).isEqualTo(weights);
  }

  @Example
  void theFenThatIsLeftGoesToWhoLostMostAndOfSeveralToTheFirst() {
    assertThat(shares("100.00", "1.00", "1.00", "1.00")).containsExactly("33.34", "33.33", "33.33");
    assertThat(shares("0.02", "0.01", "0.50", "0.49")).containsExactly("0.00", "0.01", "0.01");
    assertThat(shares("0.00", "0.00", "0.00")).containsExactly("0.00", "0.00");
  }

  @Example
  void whatCannotBeSpreadIsNot() {
    assertThatThrownBy(() -> shares("0.01", "0.00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shares("-0.01", "1.00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shares("0.001", "1.00")).isInstanceOf(ArithmeticException.class);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("9999999999999.99")).ofScale(2);
  }

  @Provide
  Arbitrary<List<BigDecimal>> weights() {
    Arbitrary<BigDecimal> small = Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("0.09")).ofScale(2);
    return Arbitraries.frequencyOf(Tuple.of(3, amounts()), Tuple.of(1, small)).list().ofMinSize(1).ofMaxSize(40);
  }

  private static List<String> shares(String total, String... weights) {
    return Shares.of(new BigDecimal(total), List.of(weights).stream().map(BigDecimal::new).toList())
        .stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
