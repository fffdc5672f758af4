package cn.gov.officecleanup.mechanism.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What officials read in place of this project's own numbers of clauses (C1–C21) and rules (A1–A9): the plan or law with what it says. The
 * one table is {@code clauses.csv}: id, source, sentence, parted by commas, of which the sentence may hold more. Where the words of a law
 * could not be read, its sentence tells what it is about.
 */
public final class Clauses {

  private static final Map<String, Clause> TABLE = read();
  private static final String IDS = "[CA]\\d{1,2}(?:、[CA]\\d{1,2})*";
  private static final Pattern LEADING = Pattern.compile("^(%s)(?:：|、|$)".formatted(IDS));
  private static final Pattern ANYWHERE = Pattern
      .compile("(?:《实施方案》)?\\s?(?<![\\p{Alnum}])([CA]\\d{1,2})(?:(?:[、–]| 与 )[CA]\\d{1,2})*(?![\\p{Alnum}])\\s?");
  private static final Pattern ASIDE = Pattern.compile("（%s）".formatted(IDS));

  private record Clause(String source, String sentence) {
  }

  private Clauses() {
  }

  /**
   * @param clause ids of clauses and rules, parted by 、, what officials know by name after them: {@code C3、C4}, {@code C6、劳动合同法第四十六条},
   * {@code 表单}
   * @return the same as officials read it; each source once, with all that is cited of it; null for null
   * @throws IllegalArgumentException an id that the table does not have
   */
  public static String cited(String clause) {
    Matcher leading = clause == null ? null : LEADING.matcher(clause);
    if (leading == null || !leading.find()) {
      return clause;
    }
    Map<String, List<String>> sentences = new LinkedHashMap<>();
    for (String id : leading.group(1).split("、")) {
      Clause cited = TABLE.get(id);
      if (cited == null) {
        throw new IllegalArgumentException("no clause " + id);
      }
      sentences.computeIfAbsent(cited.source(), source -> new ArrayList<>()).add(cited.sentence());
    }
    String words = sentences.entrySet()
        .stream()
        .map(source -> source.getKey() + "：" + String.join("；", source.getValue()))
        .collect(Collectors.joining("；"));
    String rest = clause.substring(leading.end());
    return rest.isEmpty() ? words : words + "；" + rest;
  }

  /**
   * @param documentation what a model says of an element: {@code C3、C12：who does what}, or the clauses alone
   * @return the same as officials read it: what is done, and at the end what it rests on
   */
  public static String explained(String documentation) {
    Matcher leading = LEADING.matcher(documentation);
    if (!leading.find()) {
      return ASIDE.matcher(documentation).replaceAll("");
    }
    String words = ASIDE.matcher(documentation.substring(leading.end())).replaceAll("");
    return (words.isEmpty() ? "" : words + "\n") + "依据：" + cited(leading.group(1));
  }

  /**
   * @param words what a decision table says: clauses alone or with what follows them, or sentences that name clauses anywhere
   * @return the same as officials read it
   */
  public static String told(String words) {
    return ANYWHERE.matcher(LEADING.matcher(words).find() && !words.contains("：") ? cited(words) : explained(words))
        .replaceAll(met -> TABLE.get(met.group(1)).source() + "有关规定");
  }

  private static Map<String, Clause> read() {
    try {
      return new ClassPathResource("clauses.csv").getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> new Clause(cells[1], cells[2])));
    } catch (IOException e) {
      throw new UncheckedIOException("clauses.csv", e);
    }
  }
}
