package cn.gov.officecleanup.mechanism.form;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says whose document goes out when a form is handed in. The form asks for the document's number ({@code documentNumber}) and shows who
 * gives it ({@code <output name="numbering">}); where the body counts in a registry of its own, the number is demanded.
 */
public interface SigningForm {

  /** @return name of the form, without folder and ending */
  String form();

  /** @return the decisions after which nothing goes out */
  Set<String> holdingBack();

  /** @return full title of the body that issues it in a case; empty where it has its number already */
  Optional<String> body(String caseNumber);

  /** @return a signing form made of its parts */
  static SigningForm of(String form, Set<String> holdingBack, Function<String, Optional<String>> body) {
    return new SigningForm() {
      @Override
      public String form() {
        return form;
      }

      @Override
      public Set<String> holdingBack() {
        return holdingBack;
      }

      @Override
      public Optional<String> body(String caseNumber) {
        return body.apply(caseNumber);
      }
    };
  }
}
