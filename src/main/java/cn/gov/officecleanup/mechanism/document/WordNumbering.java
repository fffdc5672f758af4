package cn.gov.officecleanup.mechanism.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Counts the numbered paragraphs of a Word document, in the order in which they are asked for. */
final class WordNumbering {

  private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] ROMAN = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  private static final String[] ROMAN_TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
  private static final int LEVELS = 9;

  private final Map<String, Element> levels = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> counted = new HashMap<>();

  /** @param root of the part with numberings; null where there is none */
  WordNumbering(Element root) {
    WordXml.children(root, "abstractNum")
        .forEach(list -> WordXml.children(list, "lvl")
            .forEach(level -> levels.put(WordXml.attribute(list, "abstractNumId") + "/" + WordXml.attribute(level, "ilvl"), level)));
    WordXml.children(root, "num").forEach(number -> lists.put(WordXml.attribute(number, "numId"), WordXml.val(number, "abstractNumId")));
  }

  /** The number of a paragraph. @param level what the numbering says of it */
  record Numbered(String text, Element level) {
  }

  /** @param properties of a paragraph by its style and its own, the most general first; @return empty for one that has no number */
  Optional<Numbered> next(List<Element> properties) {
    String list = lists.get(WordXml.attribute(WordStyles.last(properties, "numPr", "numId"), "val"));
    int depth = WordXml.number(WordXml.attribute(WordStyles.last(properties, "numPr", "ilvl"), "val"))
        .filter(found -> found >= 0 && found < LEVELS)
        .orElse(0);
    Element level = levels.get(list + "/" + depth);
    if (level == null) {
      return Optional.empty();
    }
    Map<Integer, Integer> counts = counted.computeIfAbsent(list, any -> new TreeMap<>());
    counts.keySet().removeIf(deeper -> deeper > depth);
    counts.merge(depth, start(level), (before, any) -> before + 1);
    String text = Optional.ofNullable(WordXml.val(level, "lvlText")).orElse("");
    for (int i = 0; i <= depth; i++) {
      Element above = levels.get(list + "/" + i);
      text = text.replace("%" + (i + 1), written(counts.getOrDefault(i, start(above)), WordXml.val(above, "numFmt")));
    }
    // characters of symbol fonts have no meaning without the font
    String shown = "bullet".equals(WordXml.val(level, "numFmt")) ? "•" : text;
    return Optional.of(new Numbered(shown + ("nothing".equals(WordXml.val(level, "suff")) || shown.isEmpty() ? "" : " "), level));
  }

  private static int start(Element level) {
    return WordXml.number(WordXml.val(level, "start")).orElse(1);
  }

  private static String written(int number, String format) {
    boolean small = number > 0 && number < 100;
    return switch (String.valueOf(format)) {
      case "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCountingThousand" ->
        small ? chinese(number) : String.valueOf(number);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
        number > 0 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
      case "lowerLetter" -> number > 0 && number <= 26 ? String.valueOf((char) ('a' + number - 1)) : String.valueOf(number);
      case "upperLetter" -> number > 0 && number <= 26 ? String.valueOf((char) ('A' + number - 1)) : String.valueOf(number);
      case "lowerRoman" -> small ? (ROMAN_TENS[number / 10] + ROMAN[number % 10]).toLowerCase(Locale.ROOT) : String.valueOf(number);
      case "upperRoman" -> small ? ROMAN_TENS[number / 10] + ROMAN[number % 10] : String.valueOf(number);
      case "none" -> "";
      default -> String.valueOf(number);
    };
  }

  private static String chinese(int number) {
    String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS[number / 10] + "十";
    return tens + (number % 10 == 0 ? "" : DIGITS[number % 10]);
  }
}
