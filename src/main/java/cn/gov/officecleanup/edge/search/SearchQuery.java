package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.List;

/**
 * What an official looks for. Everything but the words may be null: then it is not asked for.
 *
 * @param words parts of numbers or names, or their pinyin initials, all of which what is found has; blank: everything that the rest leaves
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

  /** @return the single words in the form in which they are compared; none where nothing that can be read was typed */
  List<String> terms() {
    return SearchText.words(words);
  }

  /** @return whether what was typed has neither letter nor digit, so that nothing has it */
  boolean isUnreadable() {
    return !words.isEmpty() && terms().isEmpty();
  }
}
