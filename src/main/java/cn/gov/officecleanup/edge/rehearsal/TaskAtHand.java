package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.form.FormAssembly.OpenForm;
import cn.gov.officecleanup.mechanism.form.FormSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What an official has on the desk.
 *
 * @param form name of the form without folder and ending
 * @param schema what the form demands
 * @param open what the form shows
 * @param visit how often this step of the case was done before
 * @param today day on which it is done
 * @param random what this official decides by
 * @param careful whether every mistake is avoided that can be
 */
record TaskAtHand(String caseNumber, String form, FormSchema schema, OpenForm open, int visit, LocalDate today, Random random,
    boolean careful) {

  TaskAtHand takingCare() {
    return new TaskAtHand(caseNumber, form, schema, open, visit, today, random, true);
  }

  /** @return whether it happens, in so many of a hundred cases */
  boolean by(int percent) {
    return random.nextInt(100) < percent;
  }

  /** @return one of them */
  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** @return what the form shows in this field already; null where nothing */
  Object shown(String field) {
    return open.values().get(field);
  }

  /** @return the rows that the form shows in this table already */
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> rows(String table) {
    return (List<Map<String, Object>>) open.values().getOrDefault(table, List.of());
  }
}
