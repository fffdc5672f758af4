package cn.gov.officecleanup.mechanism.text;

/** Rows that are searched, each with its {@link SearchText#key key} in the column {@code search_key}, kept by who writes the row. */
public interface SearchedRows {

  /**
   * Gives rows that have no key yet theirs: those of older versions.
   *
   * @param most how many at once
   * @return how many it were; 0 once all have one
   */
  int fillKeys(int most);
}
