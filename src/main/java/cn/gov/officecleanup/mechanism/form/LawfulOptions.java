package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.Map;
import java.util.Optional;

/**
 * Says which of a field's options the rules leave open in a case; a select names it as {@code data-lawful-by="name"}. The browser offers no
 * others and tells why, unless they are many and come from a {@link ChoiceProvider}, and the server refuses them in the same words. Where
 * the rules look at other answers of the form, the select names their fields as {@code data-lawful-with="field other"}: what is offered
 * follows them while the form is filled in.
 */
public interface LawfulOptions {

  /** @return the name forms use, e.g. {@code disposal-methods} */
  String name();

  /**
   * @param option value of one of the field's options
   * @return why it may not be chosen in this case; empty where it may
   */
  Optional<Finding> against(String caseNumber, String option);

  /**
   * @param answers what the form is filled in with, by field, as far as it is; overridden by rules that look at it
   * @return why the option may not be chosen in this case beside these answers; empty where it may
   */
  default Optional<Finding> against(String caseNumber, String option, Map<String, ?> answers) {
    return against(caseNumber, option);
  }
}
