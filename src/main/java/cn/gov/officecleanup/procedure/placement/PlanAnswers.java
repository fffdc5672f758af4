package cn.gov.officecleanup.procedure.placement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the rules look at in a plan that is being filled in.
 *
 * @param takesEffectOn null as long as no day is chosen
 * @param retirementBasis null where retirement is neither brought forward nor deferred
 */
record PlanAnswers(LocalDate takesEffectOn, RetirementBasis retirementBasis) {

  /** @param answers by field, as they are typed */
  static PlanAnswers of(Map<String, ?> answers) {
    String basis = Objects.toString(answers.get("retirementBasis"), "");
    return new PlanAnswers(day(Objects.toString(answers.get("takesEffectOn"), "").strip()),
        Stream.of(RetirementBasis.values()).filter(value -> value.name().equals(basis)).findFirst().orElse(null));
  }

  /** What is no day is refused as such at its own field. */
  private static LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
