package cn.gov.officecleanup.mechanism.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.value.FileValue;

/**
 * What an official submitted, after the form's demands were met.
 *
 * @param values by field name; a blank counts as left out
 */
public record Submission(Map<String, Object> values) {

  /** The field that every form with a choice of ways calls its outcome; the model's gateways read it. */
  public static final String DECISION = "decision";
  /** The field that holds an official's opinion in words. */
  public static final String OPINION = "opinion";

  /** The field that takes the number of the document that goes out, see {@link SigningForm}. */
  public static final String DOCUMENT_NUMBER = "documentNumber";

  /** @return the text of a field, null where it was left blank */
  public String text(String field) {
    Object value = values.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  /** @return the day of a field, null where it was left blank */
  public LocalDate day(String field) {
    return Optional.ofNullable(text(field)).map(LocalDate::parse).orElse(null);
  }

  /** @return the whole number of a field, null where it was left blank */
  public Integer number(String field) {
    return Optional.ofNullable(text(field)).map(text -> new BigDecimal(text).intValueExact()).orElse(null);
  }

  /** @return the amount of a field in yuan, two decimals, null where it was left blank; the form must allow no more (step="0.01") */
  public BigDecimal amount(String field) {
    return Optional.ofNullable(text(field)).map(text -> new BigDecimal(text).setScale(2)).orElse(null);
  }

  /** @return whether a checkbox was ticked */
  public boolean ticked(String field) {
    return FormField.isTrue(values.get(field));
  }

  /** @return the uploaded file of a field, null where there is none */
  public FileValue file(String field) {
    return (FileValue) values.get(field);
  }

  /** @return the rows of a table, each a submission of its own */
  @SuppressWarnings("unchecked")
  public List<Submission> rows(String table) {
    return ((List<Map<String, Object>>) values.getOrDefault(table, List.of())).stream().map(Submission::new).toList();
  }
}
