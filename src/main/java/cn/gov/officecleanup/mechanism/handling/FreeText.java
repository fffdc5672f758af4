package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.regex.Pattern;

/** What officials write beside forms. */
public final class FreeText {

  /** most characters */
  static final int MOST = 1000;

  /** controls other than those that part words and lines; no database keeps all of them */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

  private FreeText() {
  }

  /**
   * @return the words without blanks around them; null where there are none
   * @throws RefusedException when they are too long or hold controls that cannot be kept
   */
  public static String optional(String words) {
    if (words == null || words.isBlank()) {
      return null;
    }
    if (words.strip().length() > MOST) {
      throw new RefusedException("WORDS_TOO_LONG", "内容太长，最多%d字，请精简后再提交。".formatted(MOST), "办理");
    }
    if (UNPRINTABLE.matcher(words).find()) {
      throw new RefusedException("UNPRINTABLE", "内容中有看不见的控制字符，请删除后重新填写。", "办理");
    }
    return words.strip();
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
