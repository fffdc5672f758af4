package cn.gov.officecleanup.procedure.reception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What no reception may have, in the edition of the rules that was in force on the day of the event (C18): {@code reception-rules.csv}, the
 * words by which it is recognized, the rule, its first day and its last day, none where it is in force. What is written in other words the
 * approver sees.
 */
final class ForbiddenThings {

  private static final List<Rule> RULES = read();

  private record Rule(Pattern words, String sentence, LocalDate validFrom, LocalDate validTo) {

    private boolean broken(Item item) {
      return !item.heldOn().isBefore(validFrom) && (validTo == null || !item.heldOn().isAfter(validTo))
          && words.matcher(item.content()).find();
    }
  }

  private ForbiddenThings() {
  }

  /** @return the sentences of the rules that an item breaks by its content */
  static List<String> in(Item item) {
    return RULES.stream().filter(rule -> rule.broken(item)).map(Rule::sentence).toList();
  }

  private static List<Rule> read() {
    try {
      return new ClassPathResource("reception-rules.csv").getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Rule(Pattern.compile(cells[0]), cells[1], LocalDate.parse(cells[2]),
              cells[3].isBlank() ? null : LocalDate.parse(cells[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reception-rules.csv", e);
    }
  }
}
