package cn.gov.officecleanup.mechanism.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a Word document's styles and direct properties come to, in CSS. Each value is put together here from numbers, colours and names of
 * fonts: nothing of the document gets into it otherwise.
 */
final class WordStyles {

  /** styles that rest on one another; further ones are left out */
  private static final int CHAIN_LIMIT = 20;
  private static final Pattern COLOUR = Pattern.compile("[0-9A-Fa-f]{6}");
  private static final Pattern FONT = Pattern.compile("[\\p{L}\\p{N} _.-]{1,40}");
  private static final Pattern SANS = Pattern.compile("黑|Hei|Arial|Calibri|Gothic|Helvetica|YaHei");
  /** what most machines have in the place of the fonts of official documents */
  private static final Map<String, String> ALIKE = Map.of("仿宋", "FangSong, STFangsong", "小标宋", "STZhongsong, SimSun", "楷", "KaiTi, STKaiti",
      "宋", "SimSun, STSong", "黑", "SimHei, STHeiti");
  private static final Map<String, String> ALIGNMENTS = Map.of("center", "center", "right", "right", "end", "right", "both", "justify",
      "distribute", "justify", "left", "left", "start", "left");
  private static final Map<String, String> HIGHLIGHTS = Map.of("yellow", "#ffff00", "green", "#00ff00", "cyan", "#00ffff", "magenta",
      "#ff00ff", "red", "#ff0000", "lightGray", "#c0c0c0");
  private static final Map<String, String> LINES = Map.of("double", "double", "dashed", "dashed", "dotted", "dotted");
  private static final List<String> SIDES = List.of("top", "right", "bottom", "left");
  /** how high a line of text is, in sizes of its letters */
  private static final double LINE = 1.3;
  private static final double WHOLE_LINE = 240;
  private static final double EIGHTHS = 8;
  /** size of the largest letters, in half points as Word has it */
  private static final int MOST_HALF_POINTS = 400;
  /** points */
  private static final double WIDEST_BORDER = 12;

  private final Map<String, Element> styles = new HashMap<>();
  private final Element paragraphDefaults;
  private final Element runDefaults;
  private String defaultParagraph;

  /** @param root of the part with styles; null where there is none */
  WordStyles(Element root) {
    WordXml.children(root, "style").forEach(style -> {
      styles.putIfAbsent(WordXml.attribute(style, "styleId"), style);
      boolean isDefault = List.of("1", "true").contains(String.valueOf(WordXml.attribute(style, "default")));
      if (isDefault && "paragraph".equals(WordXml.attribute(style, "type"))) {
        defaultParagraph = WordXml.attribute(style, "styleId");
      }
    });
    paragraphDefaults = WordXml.at(root, "docDefaults", "pPrDefault", "pPr");
    runDefaults = WordXml.at(root, "docDefaults", "rPrDefault", "rPr");
  }

  /** @return that part of a style and of those it rests on, the most general first */
  List<Element> chain(String styleId, String... path) {
    List<Element> found = new ArrayList<>();
    Element style = styles.get(styleId);
    for (int i = 0; style != null && i < CHAIN_LIMIT; i++) {
      Element part = WordXml.at(style, path);
      if (part != null) {
        found.add(part);
      }
      style = styles.get(WordXml.val(style, "basedOn"));
    }
    Collections.reverse(found);
    return found;
  }

  private String styleOf(Element paragraph) {
    String named = WordXml.val(paragraph, "pPr", "pStyle");
    return named == null ? defaultParagraph : named;
  }

  /** @return the properties of a paragraph by its style, the most general first */
  List<Element> ofParagraphStyle(Element paragraph) {
    List<Element> found = new ArrayList<>(chain(styleOf(paragraph), "pPr"));
    if (paragraphDefaults != null) {
      found.add(0, paragraphDefaults);
    }
    return found;
  }

  /** @return the properties of a paragraph's text by its style, the most general first */
  List<Element> ofText(Element paragraph) {
    List<Element> found = new ArrayList<>(chain(styleOf(paragraph), "rPr"));
    if (runDefaults != null) {
      found.add(0, runDefaults);
    }
    return found;
  }

  /** @return the properties of a run: those of its paragraph's text, of its style, its own */
  List<Element> ofRun(Element run, List<Element> ofText) {
    List<Element> found = new ArrayList<>(ofText);
    found.addAll(chain(WordXml.val(run, "rPr", "rStyle"), "rPr"));
    Element own = WordXml.at(run, "rPr");
    if (own != null) {
      found.add(own);
    }
    return found;
  }

  // ---- in CSS

  /** @return the last of the properties of that name; null where there is none */
  static Element last(List<Element> properties, String... path) {
    Element found = null;
    for (Element property : properties) {
      Element one = WordXml.at(property, path);
      found = one == null ? found : one;
    }
    return found;
  }

  private static String lastValue(List<Element> properties, String name, String... attributes) {
    String found = null;
    for (Element property : properties) {
      Element one = WordXml.at(property, name);
      for (String attribute : attributes) {
        String value = WordXml.attribute(one, attribute);
        found = value == null ? found : value;
      }
    }
    return found;
  }

  /** @param properties of a paragraph, the most general first */
  static Map<String, String> ofParagraph(List<Element> properties) {
    Map<String, String> css = new LinkedHashMap<>();
    put(css, "text-align", ALIGNMENTS.get(String.valueOf(lastValue(properties, "jc", "val"))));
    WordXml.points(lastValue(properties, "ind", "left", "start")).ifPresent(points -> css.put("margin-left", points));
    WordXml.points(lastValue(properties, "ind", "right", "end")).ifPresent(points -> css.put("margin-right", points));
    put(css, "text-indent", indent(properties));
    WordXml.points(lastValue(properties, "spacing", "before")).ifPresent(points -> css.put("margin-top", points));
    WordXml.points(lastValue(properties, "spacing", "after")).ifPresent(points -> css.put("margin-bottom", points));
    put(css, "line-height", lineHeight(properties));
    put(css, "background-color", colour(lastValue(properties, "shd", "fill")));
    SIDES.forEach(side -> {
      Element border = last(properties, "pBdr", side);
      border(border).ifPresent(line -> {
        css.put("border-" + side, line);
        WordXml.number(WordXml.attribute(border, "space")).ifPresent(space -> css.put("padding-" + side, WordXml.points(space)));
      });
    });
    return css;
  }

  private static String indent(List<Element> properties) {
    // the last that says anything of the first line says it whole
    Element told = properties.stream()
        .map(property -> WordXml.at(property, "ind"))
        .filter(ind -> Stream.of("firstLine", "firstLineChars", "hanging").anyMatch(name -> WordXml.attribute(ind, name) != null))
        .reduce(null, (before, ind) -> ind);
    return WordXml.number(WordXml.attribute(told, "hanging"))
        .flatMap(twips -> WordXml.points(String.valueOf(-twips)))
        .or(() -> WordXml.points(WordXml.attribute(told, "firstLine")))
        .or(() -> WordXml.number(WordXml.attribute(told, "firstLineChars"))
            .map(hundredths -> "%sem".formatted(Math.min(hundredths, 10_000) / 100d)))
        .orElse(null);
  }

  private static String lineHeight(List<Element> properties) {
    Optional<Integer> line = WordXml.number(lastValue(properties, "spacing", "line")).filter(height -> height > 0);
    String rule = lastValue(properties, "spacing", "lineRule");
    if ("exact".equals(rule) || "atLeast".equals(rule)) {
      return line.flatMap(height -> WordXml.points(String.valueOf(height))).orElse(null);
    }
    return String.valueOf(LINE * Math.min(line.orElse((int) WHOLE_LINE), 10 * WHOLE_LINE) / WHOLE_LINE);
  }

  /** @param properties of a run, the most general first */
  static Map<String, String> ofRun(List<Element> properties) {
    Map<String, String> css = new LinkedHashMap<>();
    put(css, "font-family", fonts(lastValue(properties, "rFonts", "ascii"), lastValue(properties, "rFonts", "eastAsia")));
    WordXml.number(lastValue(properties, "sz", "val"))
        .filter(size -> size > 0)
        .ifPresent(size -> css.put("font-size", WordXml.points(Math.min(size, MOST_HALF_POINTS) / 2d)));
    put(css, "color", colour(lastValue(properties, "color", "val")));
    WordXml.points(lastValue(properties, "spacing", "val")).ifPresent(points -> css.put("letter-spacing", points));
    put(css, "font-weight", WordXml.isOn(last(properties, "b")) ? "bold" : null);
    put(css, "font-style", WordXml.isOn(last(properties, "i")) ? "italic" : null);
    // unlike the others, an underline without a kind is none
    String underline = lastValue(properties, "u", "val");
    put(css, "text-decoration", underline == null || "none".equals(underline) ? null : "underline");
    put(css, "text-decoration", WordXml.isOn(last(properties, "strike")) ? "line-through" : null);
    put(css, "background-color", colour(lastValue(properties, "shd", "fill")));
    put(css, "background-color", HIGHLIGHTS.get(String.valueOf(lastValue(properties, "highlight", "val"))));
    String raised = lastValue(properties, "vertAlign", "val");
    if ("superscript".equals(raised) || "subscript".equals(raised)) {
      css.put("vertical-align", "superscript".equals(raised) ? "super" : "sub");
      css.put("font-size", "smaller");
    }
    return css;
  }

  private static String fonts(String latin, String chinese) {
    List<String> families = new ArrayList<>();
    for (String font : new String[]{latin, chinese}) {
      if (font != null && FONT.matcher(font).matches()) {
        families.add("\"%s\"".formatted(font));
        ALIKE.entrySet()
            .stream()
            .filter(alike -> font.contains(alike.getKey()))
            .max(Map.Entry.comparingByKey((one, other) -> one.length() - other.length()))
            .ifPresent(alike -> families.add(alike.getValue()));
      }
    }
    families.add(families.stream().anyMatch(font -> SANS.matcher(font).find()) ? "sans-serif" : "serif");
    return String.join(", ", families.stream().distinct().toList());
  }

  /** @return a line as CSS; empty for none */
  static Optional<String> border(Element border) {
    String kind = String.valueOf(WordXml.attribute(border, "val"));
    if (border == null || "none".equals(kind) || "nil".equals(kind)) {
      return Optional.empty();
    }
    double width = Math.max(0.5, Math.min(WIDEST_BORDER, WordXml.number(WordXml.attribute(border, "sz")).orElse(0) / EIGHTHS));
    String colour = colour(WordXml.attribute(border, "color"));
    return Optional.of("%spt %s %s".formatted(width, LINES.getOrDefault(kind, "solid"), colour == null ? "#000000" : colour));
  }

  /** @return a colour as CSS; null for none, and for the one that goes by itself */
  static String colour(String hexadecimal) {
    return hexadecimal != null && COLOUR.matcher(hexadecimal).matches() ? "#" + hexadecimal : null;
  }

  private static void put(Map<String, String> css, String name, String value) {
    if (value != null) {
      css.put(name, value);
    }
  }
}
