package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A kind of document without which the form is not taken: {@code data-required-kinds="KIND,OTHER:field=value|value"} of {@code
 * <case-documents>}.
 *
 * @param when condition under which it is demanded; null where always
 */
record DemandedDocument(Choice kind, String when) {

  /** @throws IllegalArgumentException when a kind is demanded that cannot be attached */
  static Stream<DemandedDocument> of(Element documents, Map<String, String> labels) {
    if (!documents.hasAttr("data-required-kinds")) {
      return Stream.empty();
    }
    return Stream.of(documents.attr("data-required-kinds").split(",")).map(demand -> {
      String[] parts = demand.split(":", 2);
      if (!labels.containsKey(parts[0])) {
        throw new IllegalArgumentException("the document kind %s is demanded and cannot be attached".formatted(parts[0]));
      }
      return new DemandedDocument(new Choice(parts[0], labels.get(parts[0])), parts.length == 1 ? null : parts[1]);
    });
  }

  boolean demanded(Map<String, ?> all) {
    return when == null || FormField.isMet(when, all::get);
  }

  Finding missing() {
    return new Finding("DOCUMENT_MISSING", "缺少“%s”，请上传后再提交。".formatted(kind.label()), FormField.CLAUSE);
  }
}
