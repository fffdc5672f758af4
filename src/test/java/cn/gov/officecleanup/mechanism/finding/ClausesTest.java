package cn.gov.officecleanup.mechanism.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.testkit.Shown;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Officials never read this project's own numbers: they read the plan, or the law, with what it says. */
public class ClausesTest {

  /** a clause (C1–C21) or rule (A1–A9) by its number */
  public static final Pattern OWN_NUMBER = Pattern.compile("(?<![\\p{Alnum}_#&-])[CA]\\d{1,2}(?![\\p{Alnum}_-])");
  private static final Pattern DOCUMENTATION = Pattern.compile("<bpmn:userTask [^>]*>\\s*<bpmn:documentation>(.*?)</bpmn:documentation>",
      Pattern.DOTALL);
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @Test
  void everyClauseAndRuleHasItsWords() {
    assertThat(Stream.concat(IntStream.rangeClosed(1, 21).mapToObj(number -> "C" + number),
        IntStream.rangeClosed(1, 9).mapToObj(number -> "A" + number)))
        .allSatisfy(id -> assertThat(Clauses.cited(id)).as(id).matches("(《.+》.*|本产品规定)：.{4,}").doesNotContainPattern(OWN_NUMBER));
    assertThatThrownBy(() -> Clauses.cited("C22")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("C22");
  }

  @Test
  void whatIsCitedNamesEachSourceOnce() {
    assertThat(Clauses.cited("C4")).isEqualTo("《实施方案》：因专项工作设置的驻省会城市办事机构，专项工作结束后要及时撤销");
    assertThat(Clauses.cited("C7、A9")).containsOnlyOnce("《实施方案》").contains("；本产品规定：");
    assertThat(Clauses.cited("A2、A3")).containsOnlyOnce("财行〔2014〕228号");
    assertThat(Clauses.cited("C6、劳动合同法第四十六条、第四十七条")).startsWith("《实施方案》：").endsWith("；劳动合同法第四十六条、第四十七条");
    assertThat(List.of("表单", "GB/T 9704", "办理")).allSatisfy(clause -> assertThat(Clauses.cited(clause)).isEqualTo(clause));
    assertThat(Clauses.cited(null)).isNull();
  }

  @Test
  void aFindingGoesToTheBrowserWithWhatItRestsOn() throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(new Finding("LATE", "已逾期。", "C4")))
        .isEqualTo("{\"code\":\"LATE\",\"message\":\"已逾期。\",\"basis\":\"" + Clauses.cited("C4") + "\"}");
  }

  @Test
  void nothingThatIsShippedShowsANumber() {
    assertThat(Shown.meeting(OWN_NUMBER,
        Stream
            .of(Shown.onScreenAndPaper().stream(), Shown.names().stream(),
                Shown.literals().stream().filter(text -> CHINESE.matcher(text.words()).find()))
            .flatMap(texts -> texts)))
        .isEmpty();
  }

  @Test
  void whatAModelSaysOfATaskIsToldWithoutNumbers() {
    assertThat(Clauses.explained("C3：由派出地政府提出意见。")).isEqualTo("由派出地政府提出意见。\n依据：" + Clauses.cited("C3"));
    assertThat(Clauses.explained("C20")).isEqualTo("依据：" + Clauses.cited("C20"));
    List<String> documentations = Shown.models()
        .stream()
        .flatMap(model -> DOCUMENTATION.matcher(model.words()).results())
        .map(documentation -> documentation.group(1))
        .toList();
    assertThat(documentations).hasSizeGreaterThan(40)
        .allSatisfy(said -> assertThat(Clauses.explained(said)).doesNotContainPattern(OWN_NUMBER));
  }
}
