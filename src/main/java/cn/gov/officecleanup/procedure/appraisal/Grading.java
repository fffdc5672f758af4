package cn.gov.officecleanup.procedure.appraisal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how a year of an office is graded; all of it 本产品规定 [P].
 *
 * @param excellent lowest score of the grade, as the two that follow; what is lower than all is the lowest grade
 * @param highest the highest grade that each veto leaves
 * @param fewestMonths of the year in which an office stood that is graded at all
 * @param excellentPercent percent of a government's offices that may be excellent
 */
record Grading(@DefaultValue("90.00") BigDecimal excellent, @DefaultValue("80.00") BigDecimal good,
    @DefaultValue("60.00") BigDecimal qualified, @DefaultValue Map<Veto, Grade> highest, @DefaultValue("6") int fewestMonths,
    @DefaultValue("30") int excellentPercent) {

  private static final int WHOLE = 100;

  /** @throws IllegalArgumentException when a veto has no grade, or a better grade asks for no more */
  Grading {
    highest = Map.copyOf(highest);
    if (excellent.compareTo(good) <= 0 || good.compareTo(qualified) <= 0) {
      throw new IllegalArgumentException("cleanup.appraisal.grading：优秀、良好、合格的最低得分应当依次降低，现为%s、%s、%s。".formatted(excellent.toPlainString(),
          good.toPlainString(), qualified.toPlainString()));
    }
    if (!highest.keySet().containsAll(Arrays.asList(Veto.values()))) {
      throw new IllegalArgumentException("cleanup.appraisal.grading.highest：每种否决事项都应当规定最高等次。");
    }
  }

  /** @return the grade of a score alone */
  Grade of(BigDecimal score) {
    if (score.compareTo(excellent) >= 0) {
      return Grade.EXCELLENT;
    }
    if (score.compareTo(good) >= 0) {
      return Grade.GOOD;
    }
    return score.compareTo(qualified) >= 0 ? Grade.QUALIFIED : Grade.UNQUALIFIED;
  }

  /** @return the grade of a score, as the vetoes leave it */
  Grade of(BigDecimal score, Collection<Veto> vetoes) {
    return vetoes.stream().map(highest::get).reduce(of(score), Grade::atMost);
  }

  /** @return the highest grade that a veto leaves */
  Grade highest(Veto veto) {
    return highest.get(veto);
  }

  /** @return whether so few months are graded at all (不定等次) */
  boolean graded(int months) {
    return months >= fewestMonths;
  }

  /** @return how many of a government's offices may be graded excellent: rounded down, but one where it is the only one */
  int excellentAtMost(int offices) {
    return offices == 1 ? 1 : offices * excellentPercent / WHOLE;
  }
}
