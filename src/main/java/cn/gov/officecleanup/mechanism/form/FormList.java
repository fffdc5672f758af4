package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of a form whose rows an official adds and edits: {@code <table data-list="name">} with a {@code <template>} row, whose inputs are the
 * columns. {@code data-required-when} of a table demands at least one row.
 */
public record FormList(String name, String label, List<FormField> columns, String requiredWhen, int maxRows) {

  /** @return whether it needs at least one row beside everything that was submitted */
  public boolean demanded(Map<String, ?> all) {
    return FormField.isMet(requiredWhen, all);
  }

  List<Finding> check(List<Map<String, Object>> rows, Map<String, ?> all) {
    List<Finding> findings = new ArrayList<>();
    if (rows.size() > maxRows) {
      findings.add(new Finding("TOO_MANY_ROWS", "“%s”最多%d行，现有%d行。".formatted(label, maxRows, rows.size()), FormField.CLAUSE));
    }
    if (rows.isEmpty() && demanded(all)) {
      findings.add(new Finding("REQUIRED", "“" + label + "”至少填写一行。", FormField.CLAUSE));
    }
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      String place = "“" + label + "”第" + (i + 1) + "行";
      columns.forEach(column -> findings.addAll(column.check(row.get(column.name()), row, null, place)));
      String unknown = row.keySet().stream().filter(key -> columns.stream().noneMatch(column -> column.name().equals(key)))
          .collect(Collectors.joining("、"));
      if (!unknown.isEmpty()) {
        findings.add(new Finding("UNKNOWN_FIELD", place + "含有表单以外的内容，请刷新页面后重新填写。", FormField.CLAUSE));
      }
    }
    return findings;
  }
}
