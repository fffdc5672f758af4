package cn.gov.officecleanup.mechanism.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in the one form in which they are searched, kept beside what was written: letters and digits alone, of one width, in lower case and
 * simplified characters, so that kind and width of brackets, blanks, dots and hyphens make no difference. What is asked for takes the same
 * form. A change of the form needs a change set that empties the columns {@code search_key}: they are filled anew at the next start.
 */
public final class SearchText {

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Co}]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}、，,；;]+");

  private SearchText() {
  }

  /** @return the form of one text in which it is compared with parts of others; empty where it has neither letter nor digit */
  public static String canonical(String written) {
    String plain = NO_LETTER.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    // one by one: by its words a character would be another in a part of the text than in the whole
    return plain.codePoints()
        .mapToObj(Character::toString)
        .map(ZhConverterUtil::toSimple)
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }

  /** @return what is asked for, word by word; what is found has all of them. Empty where there is neither letter nor digit. */
  public static List<String> words(String asked) {
    return BETWEEN_WORDS.splitAsStream(asked).map(SearchText::canonical).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /**
   * @param texts what something can be found by; null where it has none
   * @return each in the form in which it is compared, its pinyin initials and its pinyin, with blanks between, which no word has
   */
  public static String key(String... texts) {
    return Arrays.stream(texts)
        .filter(Objects::nonNull)
        .map(SearchText::canonical)
        .flatMap(text -> Stream.concat(Stream.of(text), Pinyin.of(text)))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  /** @return the same, part by part */
  public static Set<String> parts(String... texts) {
    return new LinkedHashSet<>(List.of(key(texts).split(" ")));
  }
}
