package cn.gov.officecleanup.procedure.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C12, C16: score, grade, vetoes, months and quota by the worked examples. */
class AppraisedYearTest {

  private static final Map<Veto, Grade> HIGHEST = Map.of(Veto.MISUSE, Grade.UNQUALIFIED, Veto.NOT_PARTED, Grade.QUALIFIED, Veto.RECEPTION,
      Grade.QUALIFIED, Veto.NOT_DISCLOSED, Grade.QUALIFIED, Veto.OTHER_NAME, Grade.UNQUALIFIED);
  private static final Grading GRADING = grading("90.00", "80.00", HIGHEST);
  private static final Indicators PROPOSED = indicators(25, 20, 15, 10, 15, 10, 5);

  @Test
  void theWorkedExampleIsGoodAndWithAVetoQualifiedOfTheSameScore() {
    BigDecimal score = PROPOSED.score(points("92", "85", "78", "95", "88", "70", "100"));
    assertThat(score).isEqualTo(new BigDecimal("86.40"));
    assertThat(GRADING.of(score, Set.of())).isEqualTo(Grade.GOOD);
    assertThat(GRADING.of(score, EnumSet.of(Veto.NOT_PARTED))).isEqualTo(Grade.QUALIFIED);
    assertThat(GRADING.of(score, EnumSet.of(Veto.NOT_PARTED, Veto.OTHER_NAME))).isEqualTo(Grade.UNQUALIFIED);
    assertThat(GRADING.of(new BigDecimal("50.00"), EnumSet.of(Veto.RECEPTION))).as("no veto makes it better").isEqualTo(Grade.UNQUALIFIED);
  }

  @ParameterizedTest
  @CsvSource({"89.995,90.00,优秀", "89.994,89.99,良好", "79.994,79.99,合格", "59.994,59.99,不合格", "60,60.00,合格", "100,100.00,优秀", "0,0.00,不合格"})
  void aScoreIsRoundedHalfUpOnceInTheEnd(String points, String score, String grade) {
    BigDecimal scored = indicators(100).score(points(points));
    assertThat(scored).isEqualTo(new BigDecimal(score));
    assertThat(GRADING.of(scored).label()).isEqualTo(grade);
  }

  @Test
  void weightsComeToAHundredAndThoseOfDevelopmentToSixty() {
    assertThatThrownBy(() -> indicators(25, 20, 15, 10, 15, 10, 6)).hasMessageContaining("现为101");
    assertThatThrownBy(() -> indicators(25, 20, 14, 11, 15, 10, 5)).hasMessageContaining("不得少于60，现为59");
    assertThatThrownBy(() -> PROPOSED.score(points("100"))).hasMessageContaining("都应评分");
    assertThatThrownBy(() -> indicators(100).score(points("100.01"))).hasMessageContaining("0至100");
  }

  @ParameterizedTest
  @CsvSource({"2010-01-01,2026-05-31,5,false", "2010-01-01,2026-07-31,7,true", "2010-01-01,,12,true", "2026-07-01,,6,true",
      "2026-07-02,,5,false", "2010-01-01,2026-06-30,6,true", "2010-01-01,2026-06-29,5,false", "2027-01-01,,0,false"})
  void fewerThanSixMonthsAreNotGraded(LocalDate from, LocalDate to, int months, boolean graded) {
    assertThat(AppraisedYear.months(2026, from, to)).isEqualTo(months);
    assertThat(GRADING.graded(months)).isEqualTo(graded);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,0", "3,0", "4,1", "6,1", "7,2", "10,3"})
  void aThirdAtMostIsExcellentAndTheOnlyOneMayBe(int offices, int excellent) {
    assertThat(GRADING.excellentAtMost(offices)).isEqualTo(excellent);
  }

  /** A lawyer's correction that forgets a veto, or asks for more of the lower grade, is told at start. */
  @Test
  void thresholdsThatContradictThemselvesAreRefused() {
    assertThatThrownBy(() -> grading("80.00", "80.00", HIGHEST)).hasMessageContaining("应当依次降低");
    assertThatThrownBy(() -> grading("90.00", "80.00", Map.of())).hasMessageContaining("每种否决事项都应当规定最高等次");
  }

  private static Grading grading(String excellent, String good, Map<Veto, Grade> highest) {
    return new Grading(new BigDecimal(excellent), new BigDecimal(good), new BigDecimal("60.00"), highest, 6, 30);
  }

  private static Indicators indicators(int... weights) {
    return new Indicators(IntStream.range(0, weights.length).mapToObj(i -> new Indicator("I" + i, "指标" + i, weights[i], i < 3)).toList());
  }

  private static Map<String, BigDecimal> points(String... points) {
    Map<String, BigDecimal> all = new HashMap<>();
    List.of(points).forEach(point -> all.put("I" + all.size(), new BigDecimal(point)));
    return all;
  }
}
