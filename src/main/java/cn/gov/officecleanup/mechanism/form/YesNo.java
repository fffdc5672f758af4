package cn.gov.officecleanup.mechanism.form;

/** The answer of a form to what is asked with yes or no. */
public enum YesNo {
  YES,
  NO
}
