package cn.gov.officecleanup.mechanism.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * What a check found wrong, told so that an official can mend it.
 *
 * @param code stable id of the finding, upper snake case, e.g. {@code FUNCTION_PLAN_INCOMPLETE}
 * @param message Chinese sentence that says what is wrong and what to do
 * @param clause clause of the implementation plan (or rule) the finding rests on, e.g. {@code C16}; officials read its {@link #basis()}
 */
public record Finding(String code, String message, @JsonIgnore String clause) {

  public Finding {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(clause, "clause");
  }

  /** @return what the finding rests on, as officials read it */
  @JsonProperty
  public String basis() {
    return Clauses.cited(clause);
  }
}
