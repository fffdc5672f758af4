package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of a form ({@code data-list}) whose rows an official adds and edits, by a template row whose inputs are the columns.
 * {@code data-required} of a table demands at least one row, {@code data-required-when} with certain answers; what {@code data-unique}
 * columns hold stands in one row only.
 */
public record FormList(String name, String label, List<FormField> columns, boolean required, String requiredWhen, int maxRows) {

  /** @return whether it needs at least one row beside everything that was submitted */
  public boolean demanded(Map<String, ?> all) {
    return required || FormField.isMet(requiredWhen, all::get);
  }

  /** @param answers what is filled in or shown in the form outside of the table */
  List<Finding> check(List<Map<String, Object>> rows, Map<String, ?> all, Circumstances circumstances, Function<String, Object> answers) {
    List<Finding> findings = new ArrayList<>();
    if (rows.size() > maxRows) {
      findings.add(new Finding("TOO_MANY_ROWS", "“%s”最多%d行，现有%d行。".formatted(label, maxRows, rows.size()), FormField.CLAUSE));
    }
    if (rows.isEmpty() && demanded(all)) {
      findings.add(new Finding("REQUIRED", "“" + label + "”至少填写一行。", FormField.CLAUSE));
    }
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      String place = place(i);
      columns.forEach(column -> findings.addAll(
          column.check(row.get(column.name()), row, circumstances, name -> hasColumn(name) ? row.get(name) : answers.apply(name), place)));
      String unknown = row.keySet().stream().filter(key -> !hasColumn(key)).collect(Collectors.joining("、"));
      if (!unknown.isEmpty()) {
        findings.add(new Finding("UNKNOWN_FIELD", place + "含有表单以外的内容，请刷新页面后重新填写。", FormField.CLAUSE));
      }
    }
    columns.stream().filter(FormField::unique).forEach(column -> findings.addAll(repeated(column, rows)));
    return findings;
  }

  private List<Finding> repeated(FormField column, List<Map<String, Object>> rows) {
    Map<String, Integer> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      // 41022519800101123x and a name with a blank inside are the same again
      String value = PersonName.canonical(Objects.toString(rows.get(i).get(column.name()), ""));
      Integer before = value.isEmpty() ? null : first.putIfAbsent(value, i);
      if (before != null) {
        findings.add(column.finding("REPEATED", place(i), "与第%d行相同，请合并或者改正。".formatted(before + 1)));
      }
    }
    return findings;
  }

  private String place(int row) {
    return "“%s”第%d行".formatted(label, row + 1);
  }

  private boolean hasColumn(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }
}
