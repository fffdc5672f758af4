package cn.gov.officecleanup.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The attributes by which forms demand and show what HTML itself has no attribute for; one that is misspelt would demand nothing. */
final class FormAttributes {

  private static final String INPUT = "[cam-variable-name]";
  private static final String TABLE = "table[data-list]";
  private static final String COLUMN = "template [name]";
  private static final String ANSWER = "[cam-variable-name=%s]";
  /** parts are shown by what is filled in and by what the server shows, see {@code answerTo} of the forms' script */
  private static final String ANSWER_OR_SHOWN = "[cam-variable-name=%1$s], output[name=%1$s]";

  /** each with the elements that it may stand at */
  private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("data-required-when", String.join(",", INPUT, COLUMN, TABLE)),
      Map.entry("data-shown-when", "*"), Map.entry("data-not-before", "input[type=date]"), Map.entry("data-not-after", "input[type=date]"),
      Map.entry("data-choices", "select" + INPUT), Map.entry("data-none", "select[data-choices]" + INPUT),
      Map.entry("data-lawful-by", "select" + INPUT), Map.entry("data-fixed", "select" + INPUT),
      Map.entry("data-never-drafted", "input" + INPUT), Map.entry("data-label-of", "input[readonly]" + INPUT),
      Map.entry("data-lawful-with", "select[data-lawful-by]" + INPUT), Map.entry("data-unique", COLUMN),
      Map.entry("data-show", "template *"), Map.entry("data-list", "table"), Map.entry("data-required", TABLE),
      Map.entry("data-max-rows", TABLE), Map.entry("data-import", TABLE), Map.entry("data-rows", TABLE), Map.entry("data-facts", "form"),
      Map.entry("data-required-kinds", "case-documents[kinds]"), Map.entry("data-checked-kinds", "case-documents[kinds]"));

  private FormAttributes() {
  }

  /** @return a sentence for each attribute that says nothing */
  static Stream<String> faults(String html) {
    Document form = Jsoup.parse(html);
    return form.getAllElements()
        .stream()
        .flatMap(element -> element.attributes()
            .asList()
            .stream()
            .filter(attribute -> attribute.getKey().startsWith("data-"))
            .flatMap(attribute -> faults(form, element, attribute.getKey(), attribute.getValue())));
  }

  private static Stream<String> faults(Document form, Element element, String attribute, String value) {
    if (!KNOWN.containsKey(attribute)) {
      return Stream.of("unknown attribute " + attribute);
    }
    if (!element.is(KNOWN.get(attribute))) {
      return Stream.of("%s has no meaning at %s".formatted(attribute, element.normalName()));
    }
    if (attribute.equals("data-label-of")) {
      return form.selectFirst("select[data-choices][cam-variable-name=%s]".formatted(value)) == null
          ? Stream.of("%s names no list of choices: %s".formatted(attribute, value))
          : Stream.empty();
    }
    if (attribute.equals("data-lawful-with")) {
      return Stream.of(value.split(" "))
          .filter(field -> form.selectFirst("[cam-variable-name=%s]".formatted(field)) == null)
          .map(field -> "%s names no field: %s".formatted(attribute, field));
    }
    if (attribute.equals("data-checked-kinds")) {
      List<String> kinds = Stream.of(element.attr("kinds").split(",")).map(kind -> kind.split(":")[0]).toList();
      return Stream.of(value.split(","))
          .filter(kind -> !kinds.contains(kind))
          .map(kind -> "%s names no kind that can be attached: %s".formatted(attribute, kind));
    }
    String answers = attribute.equals("data-shown-when") ? ANSWER_OR_SHOWN : ANSWER;
    return conditions(attribute, value).filter(condition -> !canBeMet(form, element, condition, answers))
        .map(condition -> "%s never holds: %s".formatted(attribute, condition));
  }

  private static Stream<String> conditions(String attribute, String value) {
    return switch (attribute) {
      case "data-required-when", "data-shown-when" -> Stream.of(value);
      case "data-required-kinds" ->
        Stream.of(value.split(",")).filter(demand -> demand.contains(":")).map(demand -> demand.substring(demand.indexOf(':') + 1));
      default -> Stream.empty();
    };
  }

  /**
   * The other field is there, beside it in its row or in the form, and has the options that the condition names.
   *
   * @param answers selector of what a condition of the form can look at, by name
   */
  private static boolean canBeMet(Document form, Element element, String condition, String answers) {
    String[] parts = condition.split("=", -1);
    if (parts.length != 2) {
      return false;
    }
    Element row = element.closest("template");
    Element other = row == null ? form.selectFirst(answers.formatted(parts[0])) : row.selectFirst("[name=%s]".formatted(parts[0]));
    if (other == null) {
      return false;
    }
    Set<String> options = other.select("option").stream().map(option -> option.attr("value")).collect(Collectors.toSet());
    return other.hasAttr("data-choices") || !other.normalName().equals("select") || options.containsAll(List.of(parts[1].split("\\|")));
  }
}
