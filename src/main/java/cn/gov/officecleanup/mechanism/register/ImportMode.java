package cn.gov.officecleanup.mechanism.register;

/** What happens to the good rows of a file that has wrong ones as well. */
public enum ImportMode {

  /** good rows go in, wrong ones are reported */
  GOOD_ROWS,
  /** nothing goes in unless every row is good */
  ALL_OR_NOTHING
}
