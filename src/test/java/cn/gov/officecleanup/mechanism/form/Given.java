package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a test measures a form by, on 3 August 2015.
 *
 * @param offered choices of every field whose choices depend on data
 * @param attachedKinds kinds of the documents that are attached
 * @param reasons by option, why it may not be chosen
 * @param outputs what the form shows
 */
record Given(List<Choice> offered, Set<String> attachedKinds, Map<String, String> reasons,
    Map<String, String> outputs) implements Circumstances {

  static final LocalDate TODAY = LocalDate.of(2015, 8, 3);

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public List<Choice> choices(String name) {
    return offered;
  }

  @Override
  public Optional<Finding> against(String rules, String option, Map<String, ?> answers) {
    return Optional.ofNullable(reasons.get(option)).map(reason -> new Finding("NOT_LAWFUL", reason, rules));
  }

  @Override
  public List<StoredDocument> attached() {
    return attachedKinds.stream()
        .map(kind -> new StoredDocument(UUID.randomUUID(), "BL-2015-0001", "410300", kind, kind + ".pdf", "application/pdf", 1, "",
            "official", Instant.EPOCH, "step", "group"))
        .toList();
  }

  @Override
  public Object shown(String name) {
    return outputs.get(name);
  }
}
