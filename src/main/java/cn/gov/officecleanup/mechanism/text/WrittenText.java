package cn.gov.officecleanup.mechanism.text;

import java.util.regex.Pattern;

/** Cleans text that comes in, from forms, files and programs; a text as it should be stays as it is. */
public final class WrittenText {

  /** all that parts lines: Word's own line break (0x0B) and page break, those of Unicode, and the usual ones */
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\x0B\\f\\x85\\u2028\\u2029]");
  /** controls and halves of characters, which no database keeps */
  private static final Pattern UNKEPT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]");
  /** marks without shape, but those that join signs into one */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

  private WrittenText() {
  }

  /** @return text of any number of lines, parted by \n, without what cannot be seen and without blanks at its ends */
  public static String of(String given) {
    String lines = LINE_BREAK.matcher(given).replaceAll("\n");
    return ENDS.matcher(UNSEEN.matcher(UNKEPT.matcher(lines).replaceAll("")).replaceAll("")).replaceAll("");
  }

  /** @return the same in one line, for names and titles: a line break is a blank there */
  public static String inOneLine(String given) {
    return of(given).replaceAll("\\p{Cf}", "").replaceAll("[\\n\\t]+", " ");
  }

  /** @return number of characters as people count them: one of four bytes is one */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** @return the first characters of it, and an ellipsis where there are more; at most {@code most} characters in all */
  public static String beginning(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
