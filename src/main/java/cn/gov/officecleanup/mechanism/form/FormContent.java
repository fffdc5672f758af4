package cn.gov.officecleanup.mechanism.form;

import java.util.Map;
import java.util.Set;

/**
 * Fills forms with what the project's tables hold and keeps there what an official submitted. Process variables hold only identifiers and
 * decisions; everything else goes through here, in the transaction that completes the task.
 */
public interface FormContent {

  /** @return names of the forms this content belongs to, without folder and ending */
  Set<String> forms();

  /** @return field values to show when the form opens; tables as lists of maps */
  Map<String, Object> values(FormTask task);

  /**
   * Keeps what was submitted.
   *
   * @throws cn.gov.officecleanup.mechanism.finding.RefusedException when it cannot be taken; the task stays open
   */
  void keep(FormTask task, Submission submission);
}
