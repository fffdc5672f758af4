package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.text.PersonName;
import java.util.Locale;

/**
 * What an official looks for. Everything but the words may be null: then it is not asked for.
 *
 * @param words part of a number or a name; blank: everything that the rest leaves
 * @param governmentCode GB/T 2260 code of a government; a city's means its counties as well
 * @param year year in which a case was opened, a document filed or an office last changed its status
 * @param state whether the case is open
 */
public record SearchQuery(String words, String governmentCode, Integer year, State state) {

  /** State of a case; other things that are found have none, and are not found where one is asked for. */
  public enum State {
    OPEN,
    CLOSED
  }

  public SearchQuery {
    words = words == null ? "" : words.strip();
  }

  /** @return whether nothing at all is asked for */
  boolean isEmpty() {
    return words.isEmpty() && governmentCode == null && year == null && state == null;
  }

  /** @return the words as a pattern for {@code like … escape '!'}, in upper case; any text where there are none */
  String pattern() {
    return "%" + words.toUpperCase().replaceAll("[!%_]", "!$0") + "%";
  }

  /** @return the same for names of people in the form in which they are compared; no name where the words are none */
  String namePattern() {
    String name = PersonName.canonical(words).toUpperCase(Locale.ROOT);
    return name.isEmpty() ? "" : "%" + name.replaceAll("[!%_]", "!$0") + "%";
  }
}
