package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * By what who looks for a government knows it: its code, its name and its pinyin; those of a place whose code was replaced, retired and
 * present, as well.
 */
@Component
public class KnownGovernments {

  private static final int CODE = 6;
  /** 市 or 县 alone names nobody */
  private static final int LEAST = 2;

  private final Governments governments;
  private final GovernmentSuccessors successors;
  private final Map<Government, Set<String>> known = new ConcurrentHashMap<>();

  KnownGovernments(Governments governments, GovernmentSuccessors successors) {
    this.governments = governments;
    this.successors = successors;
  }

  /**
   * @param words in the form of {@link SearchText#words}
   * @return for each word the codes of the governments that it names, wholly or by part of the name
   */
  public List<List<String>> namedBy(List<String> words) {
    List<Government> all = governments.all();
    return words.stream()
        .map(word -> all.stream()
            .filter(government -> known.computeIfAbsent(government, this::partsOf).stream().anyMatch(part -> names(part, word)))
            .map(Government::code)
            .toList())
        .toList();
  }

  private Set<String> partsOf(Government government) {
    return Stream.concat(Stream.of(government.code(), government.name()), successors.otherNamesOf(government.code()))
        .flatMap(text -> SearchText.parts(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean names(String part, String word) {
    String name = word.endsWith("人民政府") ? word.substring(0, word.length() - "人民政府".length()) : word;
    boolean code = Character.isDigit(part.charAt(0));
    return code ? part.equals(name) && name.length() == CODE : name.length() >= LEAST && part.startsWith(name);
  }
}
