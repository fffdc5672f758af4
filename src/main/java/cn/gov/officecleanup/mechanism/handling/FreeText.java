package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.WrittenText;

/** What officials write beside forms. */
public final class FreeText {

  /** most characters */
  static final int MOST = 1000;

  private FreeText() {
  }

  /**
   * @return the words, cleaned of what cannot be seen; null where there are none
   * @throws RefusedException when they are too long
   */
  public static String optional(String words) {
    String written = words == null ? "" : WrittenText.of(words);
    int length = WrittenText.length(written);
    if (length > MOST) {
      throw new RefusedException("WORDS_TOO_LONG", "内容太长，最多%d字，现有%d字，请精简后再提交。".formatted(MOST, length), "办理");
    }
    return written.isEmpty() ? null : written;
  }

  /**
   * @param missing Chinese sentence that says what to write
   * @return the words without blanks around them
   * @throws RefusedException when there are none or they are too long
   */
  public static String required(String words, String missing) {
    String written = optional(words);
    if (written == null) {
      throw new RefusedException("WORDS_MISSING", missing, "办理");
    }
    return written;
  }
}
