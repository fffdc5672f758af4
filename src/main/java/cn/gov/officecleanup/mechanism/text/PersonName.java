package cn.gov.officecleanup.mechanism.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of people in the one form in which they are compared: without blanks, marks that cannot be seen and dots between their parts, all
 * characters of one width. Where it is open how a text is to be read, all readings count: comparing is to find too much rather than too
 * little.
 */
public final class PersonName {

  private static final Pattern NO_PART_OF_NAMES = Pattern.compile("[\\s\\p{Z}\\p{C}·•・‧∙⋅●。．.˙ꞏ᛫⸱,'’`*_\\u00B7\\uFE0E\\uFE0F]");
  private static final Pattern SEPARATOR = Pattern.compile("[、，,；;/|\\n\\r\\t＋+&]+");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔{〈《<「](?<inside>[^)\\]】〕}〉》>」]*)[)\\]】〕}〉》>」]?");
  private static final Pattern FORMER = Pattern.compile("^(?:原名|曾用名|又名|别名|化名|本名|现名|亦作|又作|或作)[:：]?(?<name>.+)$");
  /** 妻：李红 */
  private static final Pattern LABEL = Pattern.compile("^[^:：]{1,12}[:：]");
  private static final String RELATION = "(?:之?(?:丈夫|妻子|爱人|配偶|夫人|老公|老婆|父亲|母亲|儿子|女儿|长子|次子|三子|独子|养子|继子|长女|次女|三女|独女|养女|继女"
      + "|哥哥|弟弟|姐姐|妹妹|兄长|胞兄|胞弟|胞姐|胞妹|堂兄|堂弟|堂姐|堂妹|表兄|表弟|表姐|表妹|岳父|岳母|公公|婆婆|女婿|儿媳|媳妇|孙子|孙女|外孙|外孙女|祖父|祖母|外祖父|外祖母"
      + "|爷爷|奶奶|姥爷|姥姥|叔叔|伯父|姑姑|舅舅|姨妈|侄子|侄女|外甥|外甥女|嫂子|姐夫|妹夫|弟媳|继父|继母|养父|养母|本人|亲属)|[夫妻父母子女兄弟姐妹儿婿媳孙])";
  private static final Pattern ONLY_RELATION = Pattern.compile(RELATION);
  private static final Pattern RELATION_FIRST = Pattern.compile("^" + RELATION + "(?<name>.{2,})$");
  private static final Pattern RELATION_LAST = Pattern.compile("^(?<name>.{2,}?)[-—–－]+" + RELATION + "$");
  private static final Pattern AND = Pattern.compile("[和与及]");
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}.'\\-]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[\\s\\p{Z}][\\s\\p{Z}\\p{Cf}]*");

  private PersonName() {
  }

  /** @return the form of one name in which it is compared; empty where there is none */
  public static String canonical(String written) {
    return written == null ? ""
        : NO_PART_OF_NAMES.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * @param written one name or several, as people write them: parted by 、，；/ or blanks, with relations in brackets or before them; may be
   * null
   * @return all names that may be meant, in the form in which they are compared
   */
  public static Set<String> in(String written) {
    Set<String> names = new LinkedHashSet<>();
    if (written != null) {
      // 王强(长子 、 妻：李红 、 李红（原名李虹）
      Matcher brackets = BRACKETS.matcher(written.replace('（', '(').replace('）', ')').replace('［', '[').replace('］', ']'));
      StringBuilder bare = new StringBuilder();
      while (brackets.find()) {
        Matcher former = FORMER.matcher(brackets.group("inside").strip());
        if (former.matches()) {
          names.addAll(in(former.group("name")));
        }
        brackets.appendReplacement(bare, "、");
      }
      brackets.appendTail(bare);
      SEPARATOR.splitAsStream(bare).forEach(entry -> names.addAll(ofEntry(LABEL.matcher(entry).replaceFirst(""))));
      if (names.stream().allMatch(name -> WrittenText.length(name) < 2)) {
        // 王(小)明
        names.add(canonical(bare.toString().replace('、', ' ')));
      }
    }
    names.removeIf(name -> name.isEmpty() || ONLY_RELATION.matcher(name).matches());
    if (names.stream().anyMatch(name -> WrittenText.length(name) > 1)) {
      // what is left of 王(小)明 is no name
      names.removeIf(name -> WrittenText.length(name) == 1);
    }
    return names;
  }

  /** What stands between two separators: one name, or several with blanks between. */
  private static Set<String> ofEntry(String entry) {
    Set<String> names = new LinkedHashSet<>();
    String[] all = BLANKS.split(entry.replaceAll("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$", ""));
    List<String> parts = Arrays.stream(all).filter(part -> !part.isBlank() && !ONLY_RELATION.matcher(part).matches()).toList();
    names.add(canonical(entry));
    readings(String.join("", parts)).forEach(names::add);
    if (parts.size() > 1 && !parts.stream().allMatch(part -> LATIN.matcher(part).matches())) {
      for (int i = 0; i < parts.size(); i++) {
        // 王 明 is one name, 赵大伟 赵小伟 are two
        if (WrittenText.length(parts.get(i)) > 1) {
          readings(parts.get(i)).forEach(names::add);
        }
        if (i > 0 && (WrittenText.length(parts.get(i - 1)) == 1 || WrittenText.length(parts.get(i)) == 1)) {
          readings(parts.get(i - 1) + parts.get(i)).forEach(names::add);
        }
      }
    }
    return names;
  }

  /** 妻子李红, 李红-妻, 李红和王强 */
  private static Stream<String> readings(String name) {
    Stream.Builder<String> readings = Stream.builder();
    readings.add(canonical(name));
    for (Pattern pattern : List.of(RELATION_FIRST, RELATION_LAST)) {
      Matcher related = pattern.matcher(name);
      if (related.matches()) {
        readings.add(canonical(related.group("name")));
      }
    }
    String[] joined = AND.split(name);
    if (joined.length > 1 && Arrays.stream(joined).allMatch(part -> WrittenText.length(part) > 1)) {
      Arrays.stream(joined).flatMap(PersonName::readings).forEach(readings::add);
    }
    return readings.build();
  }

  /**
   * @param one a name as compared
   * @param other another
   * @return whether they may be one person's, written differently: the same in simplified characters, or one character apart (in a name of
   * two, not the surname)
   */
  public static boolean near(String one, String other) {
    if (one.equals(other)) {
      return false;
    }
    int[] first = simplified(one);
    int[] second = simplified(other);
    if (Arrays.equals(first, second)) {
      return true;
    }
    if (first.length != second.length || first.length < 2) {
      return false;
    }
    int apart = 0;
    for (int i = 0; i < first.length; i++) {
      apart += first[i] == second[i] ? 0 : 1;
    }
    return apart == 1 && (first.length > 2 || first[0] == second[0]);
  }

  private static int[] simplified(String name) {
    return ZhConverterUtil.toSimple(name).codePoints().toArray();
  }
}
