package cn.gov.officecleanup.procedure.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
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

  /** @return what they say of offices, assets and people, a sentence each, without full stop */
  public List<String> inSentences() {
    return List.of(
        "清理前共有%s，保留%s，无须撤并%s，整合%s，已撤销%s，应予撤销尚未办结%s，尚未确定%s，新设%s，现有（保留、无须撤并、新设和尚未确定的）%s".formatted(text(Figure.BEFORE), text(Figure.RETAINED),
            text(Figure.NO_MEASURE), text(Figure.MERGED), text(Figure.ABOLISHED), text(Figure.TO_BE_ABOLISHED), text(Figure.PENDING),
            text(Figure.ESTABLISHED), text(Figure.STANDING)),
        "登记册中无批准文件的机构%s，发现隐瞒或者变相保留的机构%s，移送纪检监察机关%s，受处分、处理人员%s".formatted(text(Figure.UNAPPROVED), text(Figure.HIDDEN),
            text(Figure.REFERRED), text(Figure.SANCTIONED)),
        "冻结资产%s、账面%s，已处置%s、账面%s，处置收入缴入国库%s；应安置人员%s，已安置%s".formatted(text(Figure.ASSETS_FROZEN), text(Figure.VALUE_FROZEN),
            text(Figure.ASSETS_DISPOSED), text(Figure.VALUE_DISPOSED), text(Figure.RECEIVED), text(Figure.STAFF), text(Figure.PLACED)));
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
