package cn.gov.officecleanup.mechanism.form;

import java.util.Set;
import java.util.stream.Collectors;

/** Lets the lint of models and forms see what the application reads in a form. */
public final class FormParsing {

  private FormParsing() {
  }

  /** @throws RuntimeException saying why the form cannot be read */
  public static void parse(String html) {
    FormSchema.of(html);
  }

  /** @return whether the form has a decision that may be left out */
  public static boolean letsDecisionOut(String html) {
    return FormSchema.of(html).fields().stream().anyMatch(field -> field.name().equals(Submission.DECISION) && !field.required());
  }

  /** @return what can be chosen as the form's decision, which cannot be left out; empty where the form has none */
  public static Set<String> demandedDecisions(String html) {
    return FormSchema.of(html)
        .fields()
        .stream()
        .filter(field -> field.name().equals(Submission.DECISION) && field.required())
        .flatMap(field -> field.options().stream())
        .map(Choice::value)
        .collect(Collectors.toSet());
  }
}
