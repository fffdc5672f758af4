package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file may be called. A name comes from outside: it may carry a path, marks that cannot be seen or that turn the reading around, and
 * an ending that says another type than the content has. What is handed out has a name without any of them.
 */
public final class FileName {

  /** most characters of a name */
  public static final int MOST = 200;

  private static final String UNNAMED = "未命名";
  /** controls, marks without shape (the bidirectional ones among them), halves of characters, line and paragraph separators */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
  /** what Windows keeps for itself */
  private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");

  private FileName() {
  }

  /** @return the name without path and without what cannot be seen or stored; never empty */
  public static String clean(String given) {
    String name = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = Normalizer.normalize(RESERVED.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll("_"), Normalizer.Form.NFC).strip();
    return name.isEmpty() || name.chars().allMatch(character -> character == '.') ? UNNAMED : name;
  }

  /**
   * @param type what the content is
   * @return the clean name with an ending of that type: another ending is replaced, a missing one added
   */
  static String of(String given, DocumentType type) {
    String name = clean(given);
    if (type.endings().stream().anyMatch(ending -> name.toLowerCase(Locale.ROOT).endsWith("." + ending))) {
      return name;
    }
    String bare = ENDING.matcher(name).replaceFirst("");
    return (bare.isEmpty() ? UNNAMED : bare) + "." + type.endings().get(0);
  }

  /** @throws RefusedException when the name is too long to be kept and shown */
  static void requireShort(String name) {
    if (name.length() > MOST) {
      throw tooLong("文件名有%d个字，超过上限%d个字".formatted(name.length(), MOST));
    }
  }

  /** @return the refusal of a name that is so long that it was not even read */
  public static RefusedException tooLong() {
    return tooLong("文件名太长，超过上限%d个字".formatted(MOST));
  }

  private static RefusedException tooLong(String what) {
    return new RefusedException("FILE_NAME_TOO_LONG", what + "，请改短文件名后重新上传。", "附件要求");
  }

  /** @return the refusal of a name that is none */
  public static RefusedException unreadable() {
    return new RefusedException("FILE_NAME_UNREADABLE", "上传的文件或者文件名无法识别，请改用普通的文件名后重新上传。", "附件要求");
  }
}
