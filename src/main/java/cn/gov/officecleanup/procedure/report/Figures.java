package cn.gov.officecleanup.procedure.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * A set of figures; one that nothing was counted for is 0.
 *
 * @param amounts by figure, two decimals
 */
public record Figures(Map<Figure, BigDecimal> amounts) {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  public Figures {
    amounts = Map.copyOf(amounts);
  }

  /** @return the figures of all of them together */
  public static Figures sum(Collection<Figures> parts) {
    Map<Figure, BigDecimal> sums = new EnumMap<>(Figure.class);
    parts.forEach(part -> part.amounts.forEach((figure, amount) -> sums.merge(figure, amount, BigDecimal::add)));
    return new Figures(sums);
  }

  public BigDecimal of(Figure figure) {
    return amounts.getOrDefault(figure, NOTHING);
  }

  /** @return a count, which has no decimals */
  public int count(Figure figure) {
    return of(figure).intValueExact();
  }

  /** @return the figure as officials write it, e.g. 12个 or 4,040,000.00元 */
  public String text(Figure figure) {
    return figure.text(of(figure));
  }
}
