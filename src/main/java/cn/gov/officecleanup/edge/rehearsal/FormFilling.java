package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormField;
import cn.gov.officecleanup.mechanism.form.FormList;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in any form as it demands: what it shows is kept, what it asks for is chosen by chance, a text is a sentence long enough. */
final class FormFilling {

  /** what sends a case back, refuses it or makes it longer */
  private static final Set<String> ADVERSE = Set.of("return", "refuse", "oppose", "question", "object", "change", "CORRECT", "explain",
      "inspect");
  private static final int ADVERSE_PERCENT = 12;
  private static final int MOST_ADVERSE_VISITS = 2;
  private static final String SENTENCE = "按照实施方案的要求逐项核对，情况属实，依规办理。";

  private FormFilling() {
  }

  /** @return whether a decision sends something back or refuses it */
  static boolean adverse(Object decision) {
    return ADVERSE.contains(String.valueOf(decision));
  }

  /** @return values by field, tables as lists of rows */
  static Map<String, Object> fill(TaskAtHand task) {
    Map<String, Object> values = new LinkedHashMap<>();
    // decisions first: what else is demanded depends on them
    task.schema().fields().stream().filter(field -> field.kind() == FormField.Kind.SELECT).forEach(field -> put(values, field, task));
    task.schema().fields().stream().filter(field -> field.kind() != FormField.Kind.SELECT).forEach(field -> put(values, field, task));
    task.schema().lists().forEach(list -> values.put(list.name(), rows(list, values, task)));
    return values;
  }

  private static void put(Map<String, Object> values, FormField field, TaskAtHand task) {
    Object value = value(field, task.shown(field.name()), values, task);
    if (value != null) {
      values.put(field.name(), value);
    }
  }

  private static List<Map<String, Object>> rows(FormList list, Map<String, Object> values, TaskAtHand task) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> shown : task.rows(list.name())) {
      rows.add(row(list, shown, task));
    }
    if (rows.isEmpty() && list.demanded(values)) {
      rows.add(row(list, Map.of(), task));
    }
    return rows;
  }

  private static Map<String, Object> row(FormList list, Map<String, Object> shown, TaskAtHand task) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (FormField column : list.columns()) {
      Object value = value(column, shown.get(column.name()), row, task);
      if (value != null) {
        row.put(column.name(), value);
      }
    }
    return row;
  }

  private static Object value(FormField field, Object shown, Map<String, Object> others, TaskAtHand task) {
    if (shown != null && !shown.toString().isBlank()) {
      return shown instanceof Boolean ? shown : shown.toString();
    }
    if (!field.demanded(others) && !field.name().equals(Submission.OPINION)) {
      return null;
    }
    return switch (field.kind()) {
      case CHECKBOX -> true;
      case DATE -> task.today().toString();
      case NUMBER -> number(field, task);
      case SELECT -> choice(field, task);
      case TEXT -> text(field);
      case FILE -> throw new IllegalStateException("no form of a task asks for a file in a field, but " + field.name() + " does");
    };
  }

  private static String choice(FormField field, TaskAtHand task) {
    List<String> all = (field.choices() == null ? field.options() : task.open().choices().get(field.choices())).stream()
        .map(Choice::value)
        .toList();
    if (all.isEmpty()) {
      return null;
    }
    List<String> adverse = all.stream().filter(FormFilling::adverse).toList();
    List<String> others = all.stream().filter(value -> !adverse(value)).toList();
    return !adverse.isEmpty() && task.visit() < MOST_ADVERSE_VISITS && task.by(ADVERSE_PERCENT) ? task.oneOf(adverse) : task.oneOf(others);
  }

  private static String number(FormField field, TaskAtHand task) {
    int least = field.min() == null ? 0 : (int) Math.ceil(Double.parseDouble(field.min()));
    int most = field.max() == null ? least + 100 : (int) Math.min(least + 100.0, Double.parseDouble(field.max()));
    return String.valueOf(least + task.random().nextInt(most - least + 1));
  }

  private static String text(FormField field) {
    return field.maxLength() == null || field.maxLength() >= SENTENCE.length() ? SENTENCE : SENTENCE.substring(0, field.maxLength());
  }
}
