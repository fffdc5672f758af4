package cn.gov.officecleanup.mechanism.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A day that a date may not lie before ({@code data-not-before}) or after ({@code data-not-after}): {@code today}, another input of the
 * form or of the same row, or a day that the form shows ({@code <output name>}). The script {@code answers.js} says the same in the
 * browser.
 *
 * @param earliest whether the date may not lie before it; else not after it
 * @param other {@code today} or the name of the input or output
 * @param otherLabel what an official calls it, as it stands in sentences
 */
record DayBound(boolean earliest, String other, String otherLabel) {

  private static final String TODAY = "today";

  /**
   * @param labels labels of the inputs and outputs that can be named
   * @throws IllegalArgumentException when another one is named
   */
  static Stream<DayBound> of(Element input, Map<String, String> labels) {
    return Stream.of("data-not-before", "data-not-after").filter(input::hasAttr).map(attribute -> {
      String other = input.attr(attribute);
      if (!other.equals(TODAY) && !labels.containsKey(other)) {
        throw new IllegalArgumentException("%s=\"%s\" names nothing in the form".formatted(attribute, other));
      }
      return new DayBound(attribute.equals("data-not-before"), other, other.equals(TODAY) ? "今天" : "“" + labels.get(other) + "”");
    });
  }

  /**
   * @param answers what is filled in or shown under a name
   * @return what is wrong with the day; empty where nothing is, or where the other day is not there
   */
  Optional<String> brokenBy(LocalDate day, LocalDate today, Function<String, Object> answers) {
    Optional<LocalDate> limit = other.equals(TODAY) ? Optional.of(today) : dayOf(answers.apply(other));
    return limit.filter(bound -> earliest ? day.isBefore(bound) : day.isAfter(bound))
        .map(bound -> "不能%s%s，请改正。".formatted(earliest ? "早于" : "晚于", otherLabel));
  }

  private static Optional<LocalDate> dayOf(Object value) {
    try {
      return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(value.toString().strip()));
    } catch (DateTimeException e) {
      return Optional.empty(); // said of that field itself
    }
  }
}
