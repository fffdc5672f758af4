package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.Optional;

/**
 * Says which of a field's options the rules leave open in a case; a select names it as {@code data-lawful-by="name"}. The browser offers no
 * others and tells why, and the server refuses them in the same words.
 */
public interface LawfulOptions {

  /** @return the name forms use, e.g. {@code disposal-methods} */
  String name();

  /**
   * @param option value of one of the field's options
   * @return why it may not be chosen in this case; empty where it may
   */
  Optional<Finding> against(String caseNumber, String option);
}
