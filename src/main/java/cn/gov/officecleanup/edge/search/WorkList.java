package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list as an official sees it.
 *
 * @param rows what was asked for of it, late first
 * @param steps every step of the whole list, to choose from
 * @param all how long the whole list is
 * @param late how many of the whole list are late
 * @param more whether there is more than is listed
 */
public record WorkList(List<ListedRow> rows, List<String> steps, int all, int late, boolean more) {

  /** Which list. */
  public enum Kind {
    TO_DO("待办"),
    DONE("已办"),
    BEGUN("我发起的"),
    TO_READ("待阅");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How urgent something is. */
  public enum Light {
    /** past its last day */
    LATE,
    /** due within a week */
    SOON,
    NONE
  }

  /**
   * What is asked for of a list; each may be null: then it is not asked for.
   *
   * @param words parts of the number, title, office, step or holder, or their pinyin initials, all of which a row has
   */
  public record Filter(String words, String step, Light light) {

    boolean takes(ListedRow row) {
      return (light == null || row.light() == light) && (step == null || step.isBlank() || row.step().equals(step)) && hasWords(row);
    }

    private boolean hasWords(ListedRow row) {
      List<String> asked = words == null ? List.of() : SearchText.words(words);
      if (asked.isEmpty()) {
        return true;
      }
      String key = SearchText
          .key(Stream.of(row.caseNumber(), row.title(), row.office(), row.step(), row.holder(), String.join(" ", row.marks()))
              .toArray(String[]::new));
      return asked.stream().allMatch(key::contains);
    }
  }

  static WorkList of(List<ListedRow> rows, Filter filter, boolean more) {
    return new WorkList(rows.stream().filter(filter::takes).toList(), rows.stream().map(ListedRow::step).distinct().sorted().toList(),
        rows.size(), (int) rows.stream().filter(row -> row.light() == Light.LATE).count(), more);
  }
}
