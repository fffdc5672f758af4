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

  private static final Indicators PROPOSED = indicators(25, 20, 15, 10, 15, 10, 5);

  @Test
  void theWorkedExampleIsGoodAndWithAVetoQualifiedOfTheSameScore() {
    BigDecimal score = PROPOSED.score(points("92", "85", "78", "95", "88", "70", "100"));
    assertThat(score).isEqualTo(new BigDecimal("86.40"));
    assertThat(AppraisedYear.grade(score, Set.of())).isEqualTo(Grade.GOOD);
    assertThat(AppraisedYear.grade(score, EnumSet.of(Veto.NOT_PARTED))).isEqualTo(Grade.QUALIFIED);
    assertThat(AppraisedYear.grade(score, EnumSet.of(Veto.NOT_PARTED, Veto.OTHER_NAME))).isEqualTo(Grade.UNQUALIFIED);
    assertThat(AppraisedYear.grade(new BigDecimal("50.00"), EnumSet.of(Veto.RECEPTION))).as("no veto makes it better")
        .isEqualTo(Grade.UNQUALIFIED);
  }

  @ParameterizedTest
  @CsvSource({"89.995,90.00,优秀", "89.994,89.99,良好", "79.994,79.99,合格", "59.994,59.99,不合格", "60,60.00,合格", "100,100.00,优秀", "0,0.00,不合格"})
  void aScoreIsRoundedHalfUpOnceInTheEnd(String points, String score, String grade) {
    BigDecimal scored = indicators(100).score(points(points));
    assertThat(scored).isEqualTo(new BigDecimal(score));
    assertThat(Grade.of(scored).label()).isEqualTo(grade);
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
    assertThat(AppraisedYear.graded(months)).isEqualTo(graded);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,0", "3,0", "4,1", "6,1", "7,2", "10,3"})
  void aThirdAtMostIsExcellentAndTheOnlyOneMayBe(int offices, int excellent) {
    assertThat(AppraisedYear.excellentAtMost(offices)).isEqualTo(excellent);
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
