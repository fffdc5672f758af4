package cn.gov.officecleanup.mechanism.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The unit in which a table says its amounts, in a heading or above the table.
 *
 * @param name as it stands there, e.g. 万元
 * @param yuan how many yuan it is; null for a unit that is not understood
 */
record MoneyUnit(String name, BigDecimal yuan) {

  static final MoneyUnit YUAN = new MoneyUnit("元", BigDecimal.ONE);

  static final String MULTIPLES = "十百千万亿拾佰仟萬億";
  private static final Map<Character, Integer> ZEROS = Map.of('十', 1, '拾', 1, '百', 2, '佰', 2, '千', 3, '仟', 3, '万', 4, '萬', 4, '亿', 8, '億',
      8);
  private static final Pattern KNOWN = Pattern.compile("(?:人民币|RMB|CNY|¥)?(?<multiple>[%s]*)(?:元|圆|人民币)?".formatted(MULTIPLES));
  /** what only speaks of money or of other measures */
  private static final Pattern OF_MEASURES = Pattern
      .compile("[元圆币万亿千百仟佰萬億角分$€£¥%]|平方米|㎡|公顷|亩|[台辆个套件间处栋吨]$|^(?:[kKwWmM]|USD|HKD|EUR|JPY|GBP|美|港|欧)$");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔{<](?<inside>[^)\\]】〕}>]*)");
  private static final Pattern AT_THE_END = Pattern.compile("(?<unit>[%s]*[元圆])$".formatted(MULTIPLES));
  private static final Pattern SAID = Pattern
      .compile("(?:^|[\\s(\\[【〔,;、])(?:金额|货币|计量|计价|币种)?单位\\s*[:]?\\s*([^)\\]】〕\\s]+)|以([^以\\s]*[元圆])(?:为单位|计)");
  private static final Pattern OF_MONEY = Pattern.compile("[元圆币$€£]$");
  private static final Pattern IN_WORDS = Pattern.compile("(?:人民币)?[%s]*[元圆]".formatted(MULTIPLES));
  private static final Pattern PARTS = Pattern.compile("[\\s,;:、/。]+|单位|金额|币种|人民币(?=.*元)|和|及");

  /** @return the product of multiples like 百万; 1 for none */
  static BigDecimal multiple(String multiples) {
    return BigDecimal.ONE.movePointRight(multiples.chars().map(character -> ZEROS.get((char) character)).sum());
  }

  /** @return the unit that a heading says; empty where it says none */
  static Optional<MoneyUnit> ofHeading(String heading) {
    String plain = CellText.compact(heading);
    Matcher brackets = BRACKETS.matcher(plain);
    Optional<MoneyUnit> found = Optional.empty();
    while (brackets.find() && found.isEmpty()) {
      found = of(brackets.group("inside"));
    }
    if (found.isPresent()) {
      return found;
    }
    int said = plain.indexOf("单位");
    Matcher end = AT_THE_END.matcher(plain);
    return said >= 0 ? of(plain.substring(said)) : end.find() ? of(end.group("unit")) : Optional.empty();
  }

  /** @return the unit that the lines above a table say; empty where they say none of money */
  static Optional<MoneyUnit> above(List<String> texts) {
    return texts.stream()
        .map(text -> Normalizer.normalize(CellText.clean(text), Normalizer.Form.NFKC).replaceAll("单\\s+位", "单位"))
        .flatMap(text -> Stream.concat(
            SAID.matcher(text)
                .results()
                .flatMap(said -> of(said.group(1) == null ? said.group(2) : said.group(1)).stream())
                .filter(unit -> unit.yuan() != null || OF_MONEY.matcher(unit.name()).find()),
            BRACKETS.matcher(text)
                .results()
                .map(brackets -> brackets.group(1).strip())
                .filter(inside -> IN_WORDS.matcher(inside).matches())
                .flatMap(inside -> of(inside).stream())))
        .findFirst();
  }

  private static Optional<MoneyUnit> of(String words) {
    return PARTS.splitAsStream(words)
        .filter(part -> !part.isEmpty())
        .filter(part -> KNOWN.matcher(part).matches() || OF_MEASURES.matcher(part).find())
        // 单位：人、万元
        .sorted(Comparator.comparing(part -> !KNOWN.matcher(part).matches()))
        .findFirst()
        .map(part -> {
          Matcher known = KNOWN.matcher(part);
          return new MoneyUnit(part, known.matches() ? multiple(known.group("multiple")) : null);
        });
  }
}
