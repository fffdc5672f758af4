package cn.gov.officecleanup.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Shown;
import cn.gov.officecleanup.testkit.Shown.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No invented law: what is cited, by name, by number or by article, stands in the table of sources with its mark. T: read in the law's
 * text, S: seen second-hand, *: from knowledge; only what was read is cited by article, or what the marked table names.
 */
class SourcesTest {

  /** a name in 《》; a law's name with articles; the number of a document or decree. What a template puts in is none of them */
  private static final Pattern TITLE = Pattern.compile("《([^《》{}%\n]+)》");
  private static final Pattern ARTICLES = Pattern
      .compile("([\\p{IsHan}]*?(?:法典|法|条例|办法|规定|细则))(第[一二三四五六七八九十百零〇\\d]+条(?:、第[一二三四五六七八九十百零〇\\d]+条)*)");
  private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}]+〔\\d{4}〕\\d+号|[\\p{IsHan}]+令第?\\d+号");
  /** what the cases themselves write, and numbers made up for examples: 某政函〔2015〕1号 */
  private static final Pattern OWN_DOCUMENT = Pattern.compile(".*(请示|报告)");
  private static final Pattern EXAMPLE = Pattern.compile("(例如)?[某甲乙].*");

  private static final List<String[]> TABLE = table();

  @Test
  void everySourceHasItsMark() {
    assertThat(TABLE).isNotEmpty().allSatisfy(source -> {
      assertThat(source).hasSize(5);
      assertThat(source[3]).as(source[0]).isIn("T", "S", "*");
    });
    assertThat(column(0)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsCitedToOfficialsStandsInTheTable() {
    assertThat(unknown(Stream.of(Shown.onScreenAndPaper(), Shown.models(), Shown.literals()).flatMap(List::stream))).isEmpty();
  }

  @Test
  void whatClausesAndThresholdsRestOnStandsInTheTable() {
    assertThat(unknown(Stream.of("clauses.csv", "application.yml").map(Path.of("src/main/resources")::resolve).map(SourcesTest::read)))
        .isEmpty();
  }

  @Test
  void termsRestOnNoLawThatDoesNotBindOrgans() {
    assertThat(read(Path.of("src/main/resources/application.yml")).words()).doesNotContain("行政许可法");
  }

  @Test
  void whatIsInventedIsFound() {
    assertThat(unknown(Stream.of("《某某管理条例》", "劳动合同法第九百条", "劳动合同法第四十六条、第四十七条", "豫政办〔2015〕99号", "《实施方案》", "某政函〔2015〕12号")
        .map(words -> new Text(Path.of("form"), words)))).containsExactly("form: 某某管理条例", "form: 劳动合同法第九百条", "form: 豫政办〔2015〕99号");
  }

  private static List<String> unknown(Stream<Text> texts) {
    Set<String> names = new HashSet<>(column(0));
    Set<String> numbers = new HashSet<>(column(1));
    return texts.flatMap(text -> Stream
        .of(TITLE.matcher(text.words()).results().map(met -> met.group(1)).filter(title -> !names.contains(title) && !isOwn(title)),
            ARTICLES.matcher(text.words()).results().flatMap(SourcesTest::unknownArticles),
            NUMBER.matcher(text.words()).results().map(MatchResult::group).filter(number -> !isKnown(number, numbers)))
        .flatMap(met -> met)
        .map(met -> text.file() + ": " + met)).distinct().toList();
  }

  private static boolean isOwn(String title) {
    return OWN_DOCUMENT.matcher(title).matches();
  }

  /** Words may run into a number without a blank. */
  private static boolean isKnown(String number, Set<String> numbers) {
    return EXAMPLE.matcher(number).matches() || numbers.stream().anyMatch(known -> !known.isEmpty() && number.endsWith(known));
  }

  private static Stream<String> unknownArticles(MatchResult cited) {
    Set<String> articles = new HashSet<>();
    TABLE.stream().filter(source -> cited.group(1).endsWith(source[0])).forEach(source -> articles.addAll(List.of(source[2].split(" "))));
    return Stream.of(cited.group(2).split("、")).filter(article -> !articles.contains(article)).map(article -> cited.group(1) + article);
  }

  private static List<String> column(int position) {
    return TABLE.stream().map(source -> source[position]).toList();
  }

  private static List<String[]> table() {
    return read(Path.of("src/main/resources/sources.csv")).words().lines().skip(1).map(line -> line.split(",")).toList();
  }

  private static Text read(Path file) {
    try {
      return new Text(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
