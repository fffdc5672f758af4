package cn.gov.officecleanup.mechanism.form;

import java.util.Map;
import java.util.Set;

/**
 * Fills forms with what the project's tables hold and keeps there what an official submitted, in the transaction that completes the task,
 * where more is to do than {@link FormRecords} do by themselves: tables with rows, what goes into a ledger. Process variables hold only
 * identifiers and decisions.
 */
public interface FormContent {

  /** @return names of the forms this content belongs to, without folder and ending */
  Set<String> forms();

  /** @return field values to show when the form opens; tables as lists of maps */
  default Map<String, Object> values(FormTask task) {
    return Map.of();
  }

  /** @return names of the fields and tables that are kept here, and in no record */
  default Set<String> keeps() {
    return Set.of();
  }

  /** @return names of the fields of which no draft is ever kept, such as who reported something */
  default Set<String> neverDrafted() {
    return Set.of();
  }

  /**
   * Keeps what was submitted.
   *
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when it cannot be taken; the task stays open
   */
  void keep(FormTask task, Submission submission);
}
